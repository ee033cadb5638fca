import { TestBed } from '@angular/core/testing';
import { Mutes, Toasts } from 'shared';
import { aJob, aWorker } from '../testing/samples';
import { News } from './news';

describe('News', () => {
  let news: News;
  const texts = () =>
    TestBed.inject(Toasts)
      .shown()
      .map((toast) => `${toast.title}: ${toast.text}`);

  beforeEach(() => {
    localStorage.clear();
    vi.useFakeTimers();
    news = TestBed.inject(News);
  });
  afterEach(() => vi.useRealTimers());

  it('tells of the end of a job, and not of its beginning', () => {
    const queued = aJob({ status: 'queued' });
    const done = aJob({ status: 'completed', processed_frames: 75, detections_found: 1_730 });
    news.ofJob(undefined, queued);
    news.ofJob(queued, aJob());
    expect(texts()).toEqual([]);
    news.ofJob(aJob(), done);
    expect(texts()).toEqual(['street.mp4: Completed: 75 frames, 1,730 detections.']);
  });

  it('tells nothing of a kind that is muted, and again when it is not', () => {
    const mutes = TestBed.inject(Mutes);
    mutes.set('jobs', true);
    news.ofJob(aJob(), aJob({ status: 'completed' }));
    expect(texts()).toEqual([]);
    mutes.set('jobs', false);
    news.ofJob(aJob(), aJob({ status: 'completed' }));
    expect(texts()).toHaveLength(1);
  });

  it('says nothing where only the progress moved', () => {
    news.ofJob(aJob(), aJob({ processed_frames: 50 }));
    expect(texts()).toEqual([]);
  });

  it('says why a job failed, and nothing of one that somebody cancelled or removed', () => {
    news.ofJob(aJob(), aJob({ status: 'failed', error: 'The video is empty.' }));
    news.ofJob(aJob(), aJob({ job_id: 'b', status: 'failed', cancelled: true }));
    news.ofJob(aJob(), aJob({ job_id: 'c', status: 'removed' }));
    expect(texts()).toEqual(['street.mp4: Failed: The video is empty.']);
  });

  it('after a gap tells of known jobs only', () => {
    news.ofJobs([aJob()], [aJob({ status: 'completed' }), aJob({ job_id: 'new' })]);
    expect(texts()).toHaveLength(1);
  });

  it('makes one toast of many changes', () => {
    const before = [1, 2, 3, 4].map((n) => aJob({ job_id: `${n}` }));
    const now = before.map((job) => ({ ...job, status: 'completed' as const }));
    news.ofJobs(before, now);
    expect(texts()).toEqual([
      '4 changes: Several jobs or workers changed at once. The tables show how they stand.',
    ]);
  });

  it('tells of workers that are lost and back, in red only where none is left', () => {
    const [away, other] = [aWorker({ status: 'offline' }), aWorker({ worker_id: 'worker-2' })];
    const tones = () =>
      TestBed.inject(Toasts)
        .shown()
        .map((toast) => toast.tone);
    news.ofWorkers([aWorker(), other], [away, other]);
    expect(texts()).toEqual(['worker-1: Lost. Its frames go to other workers.']);
    expect(tones()).toEqual(['wait']);
    news.ofWorkers([away, other], [aWorker({ status: 'idle' }), other]);
    expect(texts()).toEqual(['worker-1: Back in the pool.']);
    news.ofWorkers([aWorker()], [away]);
    expect(texts()).toEqual(['worker-1: Lost. No worker is left: jobs wait until one comes.']);
    expect(tones()).toEqual(['fail']);
  });

  it('tells of a new worker only where it gets no frames', () => {
    news.ofWorkers([aWorker()], []);
    news.ofWorkers([], [aWorker()]);
    expect(texts()).toEqual([]);
    news.ofWorkers([], [aWorker({ refusal: 'Its model differs.' })]);
    expect(texts()).toEqual(['worker-1: Its model differs.']);
  });

  it('does not tell all day of a worker that comes and goes', () => {
    const away = aWorker({ status: 'offline' });
    news.ofWorkers([aWorker()], [away]);
    vi.advanceTimersByTime(60_000);
    news.ofWorkers([aWorker()], [away]);
    expect(texts()).toEqual([]);
    vi.advanceTimersByTime(300_000);
    news.ofWorkers([aWorker()], [away]);
    expect(texts()).toHaveLength(1);
  });

  it('does not call a worker back that is only tried', () => {
    const away = aWorker({ status: 'offline', circuit: 'open' });
    const tried = aWorker({ status: 'idle', circuit: 'half_open' });
    news.ofWorkers([away], [tried]);
    news.ofWorkers([tried], [away]);
    expect(texts()).toEqual([]);
    news.ofWorkers([tried], [aWorker()]);
    expect(texts()).toEqual(['worker-1: Back in the pool.']);
  });

  it('says nothing of a worker that goes from work to rest', () => {
    news.ofWorkers([aWorker({ status: 'active' })], [aWorker({ status: 'idle' })]);
    expect(texts()).toEqual([]);
  });

  it('tells of a worker that is quarantined, and of the end of that', () => {
    const refusal = 'quarantined until 14:03:20 UTC: its answers cannot be believed';
    const away = aWorker({ worker_id: 'worker-2', quarantined: true, refusal });
    const told = [
      'worker-2: Quarantined until 14:03:20 UTC: its answers cannot be believed',
      'worker-2: Out of quarantine: it gets frames again.',
    ];
    news.ofWorkers([aWorker({ worker_id: 'worker-2' })], [away]);
    expect(texts()).toEqual([told[0]]);
    news.ofWorkers([away], [away]);
    expect(texts()).toEqual([told[0]]);
    news.ofWorkers([away], [aWorker({ worker_id: 'worker-2', quarantined: false })]);
    expect(texts()).toEqual([told[1]]);
  });
});
