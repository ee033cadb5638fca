import { HttpEventType, provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Toasts } from 'shared';
import { aModel, anAddedModel } from '../testing/samples';
import { ModelUploads } from './model-uploads';

describe('ModelUploads', () => {
  let http: HttpTestingController;
  let uploads: ModelUploads;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    uploads = TestBed.inject(ModelUploads);
  });

  const model = (name: string) => new File(['weights'], name);
  const sent = (): TestRequest[] => http.match(({ method }) => method === 'POST');
  const states = () => uploads.items().map((item) => item.state());
  const told = () =>
    TestBed.inject(Toasts)
      .shown()
      .map(({ title, text }) => `${title}: ${text}`);

  it('sends the bytes one file after the other, each with its name', () => {
    uploads.add([model('a.onnx'), model('b 1.onnx'), model('c.pt')]);
    const [first] = sent();
    expect(first?.request.urlWithParams).toBe('/models?name=a');
    expect(first?.request.headers.get('Content-Type')).toBe('application/octet-stream');
    expect((first?.request.body as File).name).toBe('a.onnx');
    expect(states()).toEqual(['uploading', 'waiting', 'refused']);
    first?.event({ type: HttpEventType.UploadProgress, loaded: 7, total: 7 });
    expect(states()[0]).toBe('storing');
    first?.flush(anAddedModel({ name: 'a' }), { status: 201, statusText: 'Created' });
    http.expectOne('/models').flush([aModel(), anAddedModel({ name: 'a' })]);
    expect(told()).toEqual(['a: Proven and on the shelf.']);
    expect(sent().map(({ request }) => request.urlWithParams)).toEqual(['/models?name=b-1']);
    expect(states()).toEqual(['uploading', 'refused']);
  });

  it('says in the words of the server why a file is refused, and goes on with the next', () => {
    uploads.add([model('a.onnx'), model('b.onnx')]);
    const detail = 'a names 80 classes but scores 81.';
    sent()[0]?.flush({ detail }, { status: 422, statusText: 'Unprocessable' });
    const [item] = uploads.items();
    expect([item?.state(), item?.problem(), item?.canRetry()]).toEqual(['refused', detail, false]);
    expect(sent()).toHaveLength(1);
  });

  it.each([503, 0])('offers another try where the server is busy or away: %i', (status) => {
    uploads.add([model('a.onnx')]);
    const [call] = sent();
    if (status > 0) {
      call?.flush({ detail: 'The shelf is busy.' }, { status, statusText: 'Busy' });
    } else {
      call?.error(new ProgressEvent('error'));
    }
    const [item] = uploads.items();
    expect(item?.canRetry()).toBe(true);
    if (item) {
      uploads.retry(item);
    }
    expect(sent()).toHaveLength(1);
  });

  it('is told where the same file was there already', () => {
    uploads.add([model('a.onnx')]);
    sent()[0]?.flush(aModel(), { status: 200, statusText: 'OK' });
    expect(told()).toEqual(['coco: The same file is there already.']);
  });

  it('breaks off what is cancelled', () => {
    uploads.add([model('a.onnx'), model('b.onnx')]);
    const [first] = sent();
    const [item] = uploads.items();
    if (item) {
      uploads.cancel(item);
    }
    expect(first?.cancelled).toBe(true);
    expect(states()).toEqual(['cancelled', 'uploading']);
  });

  it('turns away more than ten', () => {
    uploads.add(Array.from({ length: 12 }, (_, i) => model(`${i}.onnx`)));
    expect(uploads.items()).toHaveLength(10);
    expect(uploads.turnedAway()).toContain('2 files were not taken');
  });
});
