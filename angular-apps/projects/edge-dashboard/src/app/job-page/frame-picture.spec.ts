import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { FramePicture } from './frame-picture';

describe('FramePicture', () => {
  let picture: FramePicture;
  let http: HttpTestingController;
  const revoked: string[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    let made = 0;
    revoked.length = 0;
    URL.createObjectURL = () => `blob:${++made}`;
    URL.revokeObjectURL = (url) => revoked.push(url);
    TestBed.configureTestingModule({
      providers: [FramePicture, provideHttpClient(), provideHttpClientTesting()],
    });
    picture = TestBed.inject(FramePicture);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => vi.useRealTimers());

  function want(frameId: number, annotated = true): void {
    picture.wanted.set({ jobId: 'job', frameId, annotated });
    TestBed.tick();
    vi.advanceTimersByTime(150);
  }

  const asked = (frameId: number, annotated = true) =>
    http.expectOne(
      ({ url, params }) =>
        url === `/jobs/job/frames/${frameId}/image` &&
        params.get('annotated') === `${annotated}` &&
        params.get('viewer') !== '',
    );
  /** The blobs of the specs' page cannot be read as text, those of browsers can. */
  const problem = (detail: string) => {
    const text = JSON.stringify({ detail });
    return Object.assign(new Blob([text]), { text: () => Promise.resolve(text) });
  };

  it('keeps the picture before until the next is there, then lets go of it', () => {
    want(1);
    asked(1).flush(new Blob(['a']));
    expect(picture.url()).toBe('blob:1');
    want(1, false);
    expect(picture.url()).toBe('blob:1');
    expect(picture.isLoading()).toBe(true);
    asked(1, false).flush(new Blob(['b']));
    expect(picture.url()).toBe('blob:2');
    expect(revoked).toEqual(['blob:1']);
  });

  it('asks only for where the walk ends', () => {
    for (const frame of [1, 2, 3]) {
      picture.wanted.set({ jobId: 'job', frameId: frame, annotated: true });
      TestBed.tick();
    }
    vi.advanceTimersByTime(150);
    asked(3);
    http.verify();
  });

  it('drops the answer of a frame that is no longer wanted', () => {
    want(1);
    const first = asked(1);
    want(2);
    expect(first.cancelled).toBe(true);
  });

  it('waits where the server is busy', () => {
    want(1);
    asked(1).flush(problem('busy'), { status: 503, statusText: 'Service Unavailable' });
    http.expectNone(({ url }) => url === '/jobs/job/frames/1/image');
    vi.advanceTimersByTime(1_000);
    asked(1).flush(new Blob(['a']));
    expect(picture.url()).toBe('blob:1');
  });

  it('waits as long as the server wishes', () => {
    want(1);
    const headers = { 'Retry-After': '4' };
    asked(1).flush(problem('busy'), { status: 503, statusText: 'Unavailable', headers });
    vi.advanceTimersByTime(3_900);
    http.expectNone(({ url }) => url === '/jobs/job/frames/1/image');
    expect(picture.waited()).toBe(4);
    vi.advanceTimersByTime(200);
    asked(1);
  });

  it('gives up what takes too long, and asks again when told to', () => {
    want(1);
    const first = asked(1);
    vi.advanceTimersByTime(100_000);
    expect(first.cancelled).toBe(true);
    expect(picture.problem()).toContain('within 100 s');
    expect(picture.canRetry()).toBe(true);
    picture.retry();
    expect(picture.isLoading()).toBe(true);
    vi.advanceTimersByTime(150);
    asked(1).flush(new Blob(['a']));
    expect(picture.url()).toBe('blob:1');
    expect(picture.canRetry()).toBe(false);
  });

  it('says in words that the upload is no longer kept', async () => {
    want(1);
    const text = 'The upload of job 1 is no longer kept.';
    asked(1).flush(problem(text), { status: 404, statusText: 'Not Found' });
    vi.useRealTimers();
    await vi.waitFor(() => expect(picture.problem()).toBe(text));
    expect(picture.url()).toBeNull();
    expect(picture.canRetry()).toBe(false);
  });

  it('lets go of its picture at the end', () => {
    want(1);
    asked(1).flush(new Blob(['a']));
    TestBed.resetTestingModule();
    expect(revoked).toEqual(['blob:1']);
  });
});
