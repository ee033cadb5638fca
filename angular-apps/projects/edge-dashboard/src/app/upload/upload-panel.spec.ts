import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { JobsState } from '../state/jobs-state';
import { ModelsState } from '../state/models-state';
import { aJob, aModel } from '../testing/samples';
import { UploadPanel } from './upload-panel';

describe('UploadPanel', () => {
  let fixture: ComponentFixture<UploadPanel>;
  let page: HTMLElement;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(UploadPanel);
    fixture.detectChanges();
    page = fixture.nativeElement as HTMLElement;
  });

  function drop(...files: File[]): Event {
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { files } });
    page.querySelector('.zone')?.dispatchEvent(event);
    fixture.detectChanges();
    return event;
  }

  function choose(id: string, value: string): void {
    const select = page.querySelector<HTMLSelectElement>(`#option-${id}`);
    if (select) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }
    fixture.detectChanges();
  }

  it('sends what is dropped, with the options chosen', () => {
    choose('sample_fps', '0');
    choose('confidence', '0.5');
    choose('skip_still', 'fast');
    choose('tiles', '3x2');
    choose('confidence', '');
    const event = drop(new File(['x'], 'a.mp4'));
    expect(event.defaultPrevented).toBe(true);
    const form = http.expectOne('/upload-video').request.body as FormData;
    const fields = [...form].map(([name, value]) => [
      name,
      value instanceof File ? 'a file' : value,
    ]);
    expect(fields).toEqual([
      ['sample_fps', '0'],
      ['skip_still', 'fast'],
      ['tiles', '3x2'],
      ['file', 'a file'],
    ]);
    expect(page.querySelector('app-upload-row')?.textContent).toContain('uploading');
  });

  it('says what a chosen option means, and that one is chosen where they are folded up', () => {
    expect(page.querySelector('summary')?.textContent).toBe('Options');
    choose('skip_still', 'safe');
    const asked = page.querySelector('#option-skip_still');
    const hint = page.querySelector(`#${asked?.getAttribute('aria-describedby')}`);
    expect(hint?.textContent).toContain('each fourth is inferred');
    expect(page.querySelector('summary')?.textContent).toBe('Options, 1 chosen');
    drop(new File(['x'], 'a.mp4'));
    drop(new File(['x'], 'b.mp4'));
    const sent = http.match('/upload-video').map(({ request }) => request.body as FormData);
    expect(sent.map((form) => form.get('skip_still'))).toEqual(['safe', 'safe']);
  });

  it('offers the models there are, where there is more than one', () => {
    const models = TestBed.inject(ModelsState);
    const there = (...names: string[]) => {
      models.refresh.run();
      http
        .expectOne('/models')
        .flush(names.map((name) => aModel({ name, sha256: name, in_use: name === 'coco' })));
      fixture.detectChanges();
    };
    there('coco');
    expect(page.querySelector('#option-model')).toBeNull();
    there('coco', 'birds');
    const offered = [...page.querySelectorAll('#option-model option')];
    expect(offered.map((one) => one.textContent)).toEqual([
      'the one in use when it is uploaded',
      expect.stringMatching(/^birds, \d+ classes$/),
      expect.stringMatching(/^coco, \d+ classes, in use$/),
    ]);
    choose('model', 'birds');
    drop(new File(['x'], 'a.mp4'));
    const form = http.expectOne('/upload-video').request.body as FormData;
    expect(form.get('model')).toBe('birds');
  });

  it('says in its row why a file is refused, and offers no second try for a wrong kind', () => {
    drop(new File(['x'], 'a.txt'));
    expect(page.querySelector('[role=alert]')?.textContent).toContain('1 file did not go');
    expect(page.querySelector('.problem')?.textContent).toContain('mp4, mov');
    expect(page.textContent).not.toContain('Try again');
  });

  it('shows what runs before what was refused, of which the last stands for all', () => {
    TestBed.inject(JobsState).take(aJob());
    drop(...Array.from({ length: 12 }, (_, i) => new File(['x'], `${i}.txt`)));
    const rows = [...page.querySelectorAll('.list > *')].map((row) => row.tagName);
    expect(rows).toEqual(['APP-RUNNING-JOB', 'DIV', 'APP-UPLOAD-ROW']);
    const press = (text: string) => {
      const button = [...page.querySelectorAll('button')].find(
        (one) => one.textContent.trim() === text,
      );
      button?.click();
      fixture.detectChanges();
    };
    press('Show all');
    expect(page.querySelectorAll('app-upload-row')).toHaveLength(12);
    press('Dismiss all');
    expect(page.querySelectorAll('app-upload-row')).toHaveLength(0);
  });

  it('shows what runs before what waits, and no more than there is room for', () => {
    const jobs = TestBed.inject(JobsState);
    for (let i = 0; i < 10; i++) {
      jobs.take(aJob({ job_id: `${i}`, status: i === 9 ? 'processing' : 'queued' }));
    }
    fixture.detectChanges();
    const rows = [...page.querySelectorAll('app-running-job')];
    expect(rows).toHaveLength(8);
    expect(rows[0]?.textContent).toContain('processing');
    expect(page.textContent).toContain('and 2 more');
    expect(page.textContent).toContain('1 running, 9 queued');
  });
});
