import { HttpEventType, provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Toasts } from 'shared';
import { JobsState } from '../state/jobs-state';
import { aJob } from '../testing/samples';
import { UploadItem } from './upload-item';
import { Uploads } from './uploads';
import { refusal } from './video-file';

const video = (name: string, size = 1_000) => new File([new Uint8Array(size)], name);

describe('Uploads', () => {
  let uploads: Uploads;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    uploads = TestBed.inject(Uploads);
    http = TestBed.inject(HttpTestingController);
  });

  const sent = (): TestRequest[] =>
    http.match((request) => request.url === '/upload-video' && request.method === 'POST');
  const states = () => uploads.items().map((item) => item.state());
  const names = (requests: TestRequest[]) =>
    requests.map((request) => ((request.request.body as FormData).get('file') as File).name);

  it('sends two at a time, the next when one is through', () => {
    uploads.add(
      ['a.mp4', 'b.mov', 'c.mkv'].map((name) => video(name)),
      {},
    );
    const [first, second] = sent();
    expect(states()).toEqual(['uploading', 'uploading', 'waiting']);
    first?.flush(aJob({ job_id: 'a' }));
    expect(names(sent())).toEqual(['c.mkv']);
    expect(uploads.items().map((item) => item.file.name)).toEqual(['b.mov', 'c.mkv']);
    expect(second?.cancelled).toBe(false);
  });

  it('names the options before the file, and leaves the defaults to the server', () => {
    uploads.add([video('a.mp4')], { sample_fps: '0', skip_still: 'safe' });
    uploads.add([video('b.mp4')], {});
    const forms = sent().map(({ request }) => request.body as FormData);
    expect(forms.map((form) => [...form.keys()])).toEqual([
      ['sample_fps', 'skip_still', 'file'],
      ['file'],
    ]);
    expect(forms[0]?.get('sample_fps')).toBe('0');
  });

  it('tells of the end of its job, however early that is', () => {
    const jobs = TestBed.inject(JobsState);
    jobs.refresh.run();
    http.expectOne('/jobs').flush([]);
    uploads.add([video('a.mp4')], {});
    sent()[0]?.flush(aJob({ job_id: 'a' }));
    const [mine, another] = ['a', 'another'].map((job_id) =>
      aJob({ job_id, status: 'failed', error: 'It is empty.' }),
    );
    http.expectOne('/jobs').flush([mine, another]);
    const told = TestBed.inject(Toasts).shown();
    expect(told.map(({ subject, text }) => [subject, text])).toEqual([
      ['job a', 'Failed: It is empty.'],
    ]);
  });

  it('shows its job once it is taken', () => {
    uploads.add([video('a.mp4')], {});
    sent()[0]?.flush(aJob({ job_id: 'a' }));
    http.expectOne('/jobs').flush([aJob({ job_id: 'a' }), aJob({ job_id: 'another' })]);
    expect(uploads.items()).toEqual([]);
    expect(uploads.sent().map((job) => job.job_id)).toEqual(['a']);
  });

  it('refuses what is no video without sending it', () => {
    uploads.add([video('notes.txt'), video('empty.mp4', 0)], {});
    expect(sent()).toEqual([]);
    expect(states()).toEqual(['refused', 'refused']);
  });

  it('says why the server refuses, and sends again when asked to', () => {
    uploads.add([video('a.mp4')], {});
    sent()[0]?.flush(
      { detail: 'The queue is full; try again later.' },
      { status: 503, statusText: 'Service Unavailable' },
    );
    const [item] = uploads.items();
    expect(item?.problem()).toBe('The queue is full; try again later.');
    uploads.retry(item as UploadItem);
    expect(states()).toEqual(['uploading']);
    expect(sent()).toHaveLength(1);
  });

  it.each([
    [400, false],
    [413, false],
    [415, false],
    [422, false],
    [429, true],
    [503, true],
    [507, true],
  ])('offers a second try where it can help: after %i %s', (status, canRetry) => {
    uploads.add([video('a.mp4')], {});
    sent()[0]?.flush({ detail: 'No.' }, { status, statusText: 'No' });
    expect(uploads.items()[0]?.canRetry()).toBe(canRetry);
  });

  it('forgets at once all that did not go, and leaves what goes', () => {
    uploads.add([video('a.txt'), video('b.txt'), video('c.mp4')], {});
    expect(uploads.ended()).toHaveLength(2);
    uploads.dismissEnded();
    expect(uploads.items().map((item) => item.file.name)).toEqual(['c.mp4']);
  });

  it('tells a broken connection from a refusal', () => {
    uploads.add([video('a.mp4')], {});
    sent()[0]?.error(new ProgressEvent('error'));
    expect(states()).toEqual(['broken']);
  });

  it('stops sending when cancelled, and goes on with the next', () => {
    uploads.add(
      ['a.mp4', 'b.mp4', 'c.mp4'].map((name) => video(name)),
      {},
    );
    const [first] = sent();
    uploads.cancel(uploads.items()[0] as UploadItem);
    expect(first?.cancelled).toBe(true);
    expect(names(sent())).toEqual(['c.mp4']);
    expect(states()).toEqual(['cancelled', 'uploading', 'uploading']);
  });

  it('turns away what is more than it can hold, in words', () => {
    uploads.add(
      Array.from({ length: 53 }, (_, i) => video(`${i}.mp4`)),
      {},
    );
    expect(uploads.items()).toHaveLength(50);
    expect(uploads.turnedAway()).toBe('3 files were not taken: 50 at a time is the most.');
  });

  it('follows the progress', () => {
    uploads.add([video('a.mp4', 1_000)], {});
    const [request] = sent();
    request?.event({ type: HttpEventType.UploadProgress, loaded: 500, total: 1_200 });
    expect(uploads.items()[0]?.percent()).toBe(50);
    request?.event({ type: HttpEventType.UploadProgress, loaded: 1_200, total: 1_200 });
    expect(uploads.items()[0]?.percent()).toBe(100);
    expect(states()).toEqual(['storing']);
  });
});

describe('an upload', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('tells its rate and the time left once they are steady', () => {
    const item = new UploadItem(video('a.mp4', 10_000), {});
    item.begin();
    vi.advanceTimersByTime(1_000);
    item.advance(1_000);
    expect(item.rate()).toBeNull();
    vi.advanceTimersByTime(1_000);
    item.advance(2_000);
    expect(item.rate()).toBe(1_000);
    expect(item.secondsLeft()).toBe(8);
  });

  it('forgets how fast it was a while ago', () => {
    const item = new UploadItem(video('a.mp4', 100_000), {});
    item.begin();
    for (const sent of [10_000, 20_000, 20_500, 21_000, 21_500, 22_000]) {
      vi.advanceTimersByTime(2_000);
      item.advance(sent);
    }
    expect(item.rate()).toBe(250);
  });
});

describe('what may be sent', () => {
  it.each(['a.MP4', 'b.mov', 'c.d.mkv', 'e.avi', 'f.MTS', 'g.m2ts', 'h.vob', 'i.wmv'])(
    '%s',
    (name) => {
      expect(refusal({ name, size: 1 })).toBe('');
    },
  );

  it.each(['a.txt', 'mp4', 'b.mp4.zip'])('not %s', (name) => {
    expect(refusal({ name, size: 1 })).toContain('mp4, mov, mkv');
  });
});
