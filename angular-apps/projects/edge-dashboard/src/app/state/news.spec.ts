import { TestBed } from '@angular/core/testing';
import { Toasts } from 'shared';
import { aJob, aWorker } from '../testing/samples';
import { News } from './news';

describe('News', () => {
  let news: News;
  const texts = () =>
    TestBed.inject(Toasts)
      .shown()
      .map((toast) => `${toast.title}: ${toast.text}`);

  beforeEach(() => {
    vi.useFakeTimers();
    news = TestBed.inject(News);
  });
  afterEach(() => vi.useRealTimers());

  it('has one toast for the life of a job', () => {
    const queued = aJob({ status: 'queued' });
    const done = aJob({ status: 'completed', processed_frames: 75, detections_found: 1_730 });
    news.ofJob(undefined, queued);
    news.ofJob(queued, aJob());
    news.ofJob(aJob(), done);
    expect(texts()).toEqual(['street.mp4: Completed: 75 frames, 1,730 detections.']);
  });

  it('says nothing where only the progress moved', () => {
    news.ofJob(aJob(), aJob({ processed_frames: 50 }));
    expect(texts()).toEqual([]);
  });

  it('says why a job failed, and calls a cancelled one cancelled', () => {
    news.ofJob(aJob(), aJob({ status: 'failed', error: 'The video is empty.' }));
    news.ofJob(aJob(), aJob({ job_id: 'b', status: 'failed', cancelled: true }));
    expect(texts()).toEqual(['street.mp4: Failed: The video is empty.', 'street.mp4: Cancelled.']);
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

  it('tells of workers that are lost, back, new and gone', () => {
    const away = aWorker({ status: 'offline' });
    news.ofWorkers([aWorker()], [away]);
    expect(texts()).toEqual(['worker-1: Lost. Its frames go to other workers.']);
    news.ofWorkers([away], [aWorker({ status: 'idle' })]);
    expect(texts()).toEqual(['worker-1: Back in the pool.']);
    news.ofWorkers([aWorker()], []);
    expect(texts()).toEqual(['worker-1: Left the pool.']);
    news.ofWorkers([], [aWorker({ refusal: 'Its model differs.' })]);
    expect(texts()).toEqual(['worker-1: Its model differs.']);
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
