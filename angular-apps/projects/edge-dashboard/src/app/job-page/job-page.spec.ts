import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { JobsState } from '../state/jobs-state';
import { ModelsState } from '../state/models-state';
import {
  aBucket,
  aFrame,
  aJob,
  aModel,
  aSeenFrame,
  aTimeline,
  anAttempt,
} from '../testing/samples';
import { JobPage } from './job-page';

const TIMELINE = '/jobs/job-1/timeline?buckets=120';

describe('JobPage', () => {
  let http: HttpTestingController;
  let page: RouterTestingHarness;

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: 'jobs/:id', component: JobPage }], withComponentInputBinding()),
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => vi.useRealTimers());

  async function visit(url: string): Promise<void> {
    page = await RouterTestingHarness.create(url);
    page.detectChanges();
  }

  const text = () => page.routeNativeElement?.textContent ?? '';
  const answerJob = (status: 'processing' | 'completed') => {
    http.expectOne('/jobs/job-1').flush(aJob({ status }));
    page.detectChanges();
  };

  it('says in words that there is no such job', async () => {
    await visit('/jobs/nobody');
    http
      .expectOne('/jobs/nobody')
      .flush({ detail: 'There is no job nobody.' }, { status: 404, statusText: 'Not Found' });
    page.detectChanges();
    expect(text()).toContain('There is no job nobody.');
    vi.advanceTimersByTime(9_000);
    http.verify();
  });

  it('shows the fullest frame before anybody chose', async () => {
    await visit('/jobs/job-1');
    answerJob('completed');
    const fuller = aBucket({ detections: 30, frame_id: 42 });
    http.expectOne(TIMELINE).flush(aTimeline([aBucket(), fuller]));
    page.detectChanges();
    http.expectOne('/results/frames/42').flush(aSeenFrame(42));
    page.detectChanges();
    expect(text()).toContain('90 %');
  });

  it.each([
    [{ mode: 'pieces' as const, mode_reason: null }, 'Sent as pieces of video'],
    [
      { mode: 'frames' as const, mode_reason: 'The video has no marks of its key frames.' },
      'Sent as single frames: The video has no marks of its key frames.',
    ],
    [{ mode: null }, ''],
  ])('tells how a video travels: %o', async (way, words) => {
    await visit('/jobs/job-1');
    http.expectOne('/jobs/job-1').flush(aJob(way));
    page.detectChanges();
    const facts = [...(page.routeNativeElement?.querySelectorAll('dl > div') ?? [])]
      .map((fact) => fact.textContent?.replace(/\s+/g, ' ').trim() ?? '')
      .filter((fact) => fact.startsWith('Sent as'));
    expect(facts.join()).toBe(words);
  });

  it.each([
    [{ reused_frames: 1_254, processed_frames: 2_508 }, /Not inferred\s*1,254, 50 %/],
    [{ reused_frames: 0, skip_still: 'off' }, /^(?!.*(Not inferred|still frames))/s],
    [{ reused_frames: 0, skip_still: 'fast' }, /Skips still frames\s*fast/],
    [{ tiles: '1x1', tiles_taken: '1x1' }, /^(?!.*Parts of a frame)/s],
    [{ tiles: '3x2', tiles_taken: '3x2' }, /Parts of a frame\s*3x2/],
    [{ tiles: 'auto', tiles_taken: '2x1' }, /Parts of a frame\s*2x1, as auto chose/],
    [{ skip_still: '0.125' }, /Skips still frames\s*changes below 12.5 %/],
  ])('tells how its frames are looked at: %o', async (reuse, words) => {
    await visit('/jobs/job-1');
    http.expectOne('/jobs/job-1').flush(aJob(reuse));
    page.detectChanges();
    expect(text()).toMatch(words);
  });

  it('tells the model that a job goes by, with its licence', async () => {
    const { sha256 } = aModel();
    const models = TestBed.inject(ModelsState);
    models.refresh.run();
    http.expectOne('/models').flush([aModel()]);
    await visit('/jobs/job-1');
    const job = aJob({ model_name: 'coco', model_sha256: sha256, models: [] });
    http.expectOne('/jobs/job-1').flush(job);
    page.detectChanges();
    expect(text()).toMatch(/Model\s*coco\s*Apache-2.0/);
    TestBed.inject(JobsState).take({ ...job, models: [sha256, '5bd71f4d928f'] });
    page.detectChanges();
    expect(text()).toMatch(/Models\s*coco, unnamed, 5bd71f4d\s*Apache-2.0/);
  });

  it('says of a frame that was not inferred which one it has its detections from', async () => {
    await visit('/jobs/job-1;frame=78');
    answerJob('completed');
    http.expectOne(TIMELINE).flush(aTimeline([aBucket()]));
    page.detectChanges();
    const reused = { reused_from: 77, change: 0.0041, processing_time_ms: 0 };
    http.expectOne('/results/frames/78').flush({ ...aSeenFrame(78), ...reused });
    page.detectChanges();
    const origin = () => page.routeNativeElement?.querySelector('app-frame-origin');
    expect(origin()?.textContent).toContain('taken from frame no. 77, change 0.4 %');
    const place = { frame_index: 33, media_time_ms: 6_600 };
    http.expectOne('/results/frames/77').flush(aFrame({ frame_id: 77, ...place }));
    page.detectChanges();
    expect(origin()?.textContent).toContain('taken from frame 34 at 0:06.6, change 0.4 %');
    expect(origin()?.querySelector('a')?.getAttribute('href')).toBe('/jobs/job-1;frame=77');
    expect(text()).toMatch(/Inference\s*–/);
  });

  it('shows the frame that the address names', async () => {
    await visit('/jobs/job-1;frame=77');
    answerJob('completed');
    http.expectOne(TIMELINE).flush(aTimeline([aBucket()]));
    page.detectChanges();
    http.expectOne('/results/frames/77');
    http.expectNone('/results/frames/1');
  });

  it('reads the timeline of a job that runs every three seconds, one at a time', async () => {
    await visit('/jobs/job-1');
    answerJob('processing');
    vi.advanceTimersByTime(6_000);
    http.expectOne(TIMELINE).flush(aTimeline([]));
    http.expectOne(TIMELINE);
  });

  it('reads the timeline once more when the job ends, then rests', async () => {
    await visit('/jobs/job-1');
    answerJob('processing');
    http.expectOne(TIMELINE).flush(aTimeline([]));
    TestBed.inject(JobsState).take(aJob({ status: 'completed' }));
    page.detectChanges();
    http.expectOne(TIMELINE).flush(aTimeline([]));
    vi.advanceTimersByTime(9_000);
    http.expectNone(TIMELINE);
  });

  it('asks again where the list drops the job: somebody removed it', async () => {
    TestBed.inject(JobsState).take(aJob({ status: 'completed' }));
    await visit('/jobs/job-1');
    http.expectOne(TIMELINE).flush(aTimeline([]));
    TestBed.inject(JobsState).take(aJob({ status: 'removed' }));
    page.detectChanges();
    http
      .expectOne('/jobs/job-1')
      .flush({ detail: 'There is no job job-1.' }, { status: 404, statusText: 'Not Found' });
    page.detectChanges();
    expect(text()).toContain('There is no job job-1.');
  });

  const died = anAttempt({ outcome: 'died' });
  it.each([
    ['more than one attempt', aFrame({ attempt_log: [died, anAttempt()] }), 2],
    ['a failed frame', aFrame({ status: 'failed', attempt_log: [died] }), 1],
    ['one that went well', aFrame({ attempt_log: [anAttempt()] }), 0],
  ])('shows the attempts at a frame: %s', async (_, frame, shown) => {
    await visit('/jobs/job-1;frame=1');
    answerJob('completed');
    http.expectOne(TIMELINE).flush(aTimeline([aBucket()]));
    page.detectChanges();
    http.expectOne('/results/frames/1').flush(frame);
    page.detectChanges();
    expect(page.routeNativeElement?.querySelectorAll('app-frame-attempts li')).toHaveLength(shown);
  });

  it('says of the frames of a job that they add up', async () => {
    await visit('/jobs/job-1');
    const counts = { processed_frames: 73, failed_frames: 2, submitted_frames: 75 };
    const warning = 'The video is damaged in 1 place.';
    http.expectOne('/jobs/job-1').flush(aJob({ status: 'completed', warning, ...counts }));
    page.detectChanges();
    expect(text()).toContain(warning);
    expect(text()).toContain('75 = 73 completed + 2 failed');
    http
      .expectOne('/jobs/job-1/frames?state=failed&limit=100')
      .flush([aFrame({ status: 'failed', attempts: 3, attempt_log: [died, died, died] })]);
    page.detectChanges();
    const attempts = page.routeNativeElement?.querySelector('app-failed-frames td:last-child');
    expect(attempts?.textContent?.trim()).toBe('3');
  });
});
