import { HttpErrorResponse, HttpHeaderResponse, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Connection } from '../state/connection';
import { JobsState } from '../state/jobs-state';
import { MetricsState } from '../state/metrics-state';
import { aJob, someMetrics } from '../testing/samples';
import { StreamWatch } from './stream-watch';

describe('StreamWatch', () => {
  let watch: StreamWatch;
  let http: HttpTestingController;
  let hidden: boolean;

  beforeEach(() => {
    vi.useFakeTimers();
    hidden = false;
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    TestBed.configureTestingModule({
      providers: [StreamWatch, provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    watch = TestBed.inject(StreamWatch);
    TestBed.tick();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  const turn = (isHidden: boolean) => {
    hidden = isHidden;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('is live only while frames are processed', () => {
    expect(watch.state()).toBe('connecting');
    watch.loaded();
    expect(watch.state()).toBe('waiting');
    TestBed.inject(MetricsState).heard(someMetrics(12));
    expect(watch.state()).toBe('live');
    TestBed.inject(MetricsState).heard(someMetrics(0));
    expect(watch.state()).toBe('waiting');
  });

  it('loads nothing while the page is hidden', () => {
    watch.loaded();
    turn(true);
    expect(watch.source()).toBeNull();
    expect(watch.state()).toBe('paused');
    turn(false);
    expect(watch.source()).toContain('/video-stream');
    expect(watch.state()).toBe('connecting');
  });

  it('tries a lost line again, with a new address and growing pauses', () => {
    const first = watch.source();
    watch.failed();
    expect(watch.state()).toBe('lost');
    expect(watch.source()).toBeNull();
    vi.advanceTimersByTime(700);
    expect(watch.source()).not.toBe(first);
    expect(watch.state()).toBe('connecting');
    watch.failed();
    vi.advanceTimersByTime(600);
    expect(watch.source()).toBeNull();
    vi.advanceTimersByTime(800);
    expect(watch.source()).not.toBeNull();
  });

  it('shows the job that was chosen while it runs, then the coordinator’s choice', () => {
    const jobs = TestBed.inject(JobsState);
    jobs.take(aJob({ job_id: 'a' }));
    jobs.take(aJob({ job_id: 'b', filename: 'b.mp4' }));
    expect(watch.shown()).toBeNull();
    TestBed.inject(MetricsState).heard({ ...someMetrics(5), stream_job_id: 'a' });
    expect(watch.shown()?.job_id).toBe('a');
    watch.choose('b');
    expect(watch.source()).toContain('/video-stream?job_id=b&');
    expect(watch.shown()?.filename).toBe('b.mp4');
    jobs.take(aJob({ job_id: 'b', status: 'completed' }));
    expect(watch.source()).not.toContain('job_id');
    expect(watch.shown()?.job_id).toBe('a');
  });

  it('names the only job that runs where the coordinator does not tell', () => {
    TestBed.inject(JobsState).take(aJob());
    TestBed.inject(MetricsState).heard(someMetrics(5));
    expect(watch.shown()?.filename).toBe('street.mp4');
    TestBed.inject(MetricsState).heard({ ...someMetrics(5), stream_job_id: null });
    expect(watch.shown()).toBeNull();
  });

  it('says why the server refuses', () => {
    watch.failed();
    const text = 'There are as many viewers as MAX_VIEWERS allows.';
    const refused = http.expectOne('/video-stream');
    refused.event(new HttpHeaderResponse({ status: 503, statusText: 'Unavailable' }));
    refused.flush(JSON.stringify({ detail: text }), { status: 503, statusText: 'Unavailable' });
    expect(watch.refusal()).toBe(text);
    watch.loaded();
    expect(watch.refusal()).toBe('');
  });

  it('drops the line that it only asked by', () => {
    watch.failed();
    const asked = http.expectOne('/video-stream');
    asked.event(new HttpHeaderResponse({ status: 200, statusText: 'OK' }));
    expect(asked.cancelled).toBe(true);
    expect(watch.refusal()).toBe('');
  });

  it('lets go while the coordinator is away, and connects anew when it is back', () => {
    const connection = TestBed.inject(Connection);
    const first = watch.source();
    watch.loaded();
    connection.failed(new HttpErrorResponse({ status: 422, error: { detail: 'No.' } }));
    TestBed.tick();
    expect(watch.source()).toBe(first);
    connection.failed(offline());
    TestBed.tick();
    expect(watch.state()).toBe('lost');
    expect(watch.source()).toBeNull();
    connection.answered();
    TestBed.tick();
    expect(watch.source()).not.toBe(first);
    expect(watch.state()).toBe('connecting');
  });
});

function offline(): HttpErrorResponse {
  return new HttpErrorResponse({ status: 0 });
}
