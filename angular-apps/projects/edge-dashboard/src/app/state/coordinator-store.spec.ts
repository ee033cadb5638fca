import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Toasts } from 'shared';
import { FakeWebSocket } from 'shared/testing';
import { aFrame, aJob, aLedger, aModel, aWorker, anAlert, someMetrics } from '../testing/samples';
import { CoordinatorStore } from './coordinator-store';

const SUMMARY = {
  total_frames: 1,
  total_detections: 2,
  object_counts: { car: 2 },
  worker_summary: {},
  removed_frames: 0,
};

describe('CoordinatorStore', () => {
  let store: CoordinatorStore;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeWebSocket);
    FakeWebSocket.made.length = 0;
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(CoordinatorStore);
    store.start();
    TestBed.tick();
  });

  afterEach(() => {
    store.connection.socket.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const asked = (path: string): TestRequest[] => http.match((request) => request.url === path);

  /** Answers everything that is asked, and returns how much that was. */
  function answer(jobs = [aJob()], workers = [aWorker()], total = 1): number {
    let count = 0;
    const give = (path: string, body: object) =>
      asked(path)
        .filter((request) => !request.cancelled)
        .forEach((request) => {
          count++;
          request.flush(body);
        });
    give('/jobs', jobs);
    give('/workers', workers);
    give('/metrics', someMetrics());
    give('/alerts', [anAlert()]);
    give('/results/summary', { ...SUMMARY, total_frames: total });
    give('/results/frames', [aFrame()]);
    give('/ledger', aLedger());
    give('/models', [aModel()]);
    TestBed.tick();
    return count;
  }

  function fail(): void {
    http
      .match(() => true)
      .filter((request) => !request.cancelled)
      .forEach((request) => request.error(new ProgressEvent('error')));
    TestBed.tick();
  }

  const toasts = () =>
    TestBed.inject(Toasts)
      .shown()
      .map((toast) => toast.text);

  it('shows the whole picture although nothing is pushed', () => {
    expect(store.state().label).toBe('connecting');
    answer();
    expect(store.state().label).toBe('online');
    expect(store.jobs.all()).toHaveLength(1);
    vi.advanceTimersByTime(3_000);
    answer();
    answer();
    expect(store.results.frames()).toHaveLength(1);
    expect(store.alerts.all()).toHaveLength(1);
    expect(toasts()).toEqual([]);
  });

  it('asks for everything again with the first message of a connection', () => {
    answer();
    FakeWebSocket.last.open();
    expect(answer()).toBe(0);
    FakeWebSocket.last.say('metrics', someMetrics(4));
    expect(store.metrics.now()?.frames.fps).toBe(4);
    expect(answer()).toBe(8);
    FakeWebSocket.last.say('metrics', someMetrics(5));
    expect(answer()).toBe(0);
  });

  it('reads the frames once, whether the push comes early or late', () => {
    let read = 0;
    const settle = (total: number) => {
      for (let i = 0; i < 4; i++) {
        read += http
          .match((request) => request.url === '/results/frames')
          .map((request) => request.flush([])).length;
        answer([aJob()], [aWorker()], total);
      }
    };
    const [early] = asked('/results/summary');
    early?.flush(SUMMARY);
    settle(1);
    expect(read).toBe(0);
    FakeWebSocket.last.open();
    FakeWebSocket.last.say('metrics', someMetrics());
    const summaries = asked('/results/summary').filter((request) => !request.cancelled);
    expect(summaries).toHaveLength(1);
    summaries.forEach((request) => request.flush({ ...SUMMARY, total_frames: 9 }));
    settle(9);
    vi.advanceTimersByTime(3_000);
    settle(9);
    expect(read).toBe(1);
  });

  it('merges what is pushed, and polls nothing meanwhile', () => {
    FakeWebSocket.last.open();
    FakeWebSocket.last.say('metrics', someMetrics());
    while (answer() > 0) {
      TestBed.tick();
    }
    FakeWebSocket.last.say('job', aJob({ status: 'completed', progress_pct: 100 }));
    FakeWebSocket.last.say('worker', aWorker({ worker_id: 'coordinator-local' }));
    FakeWebSocket.last.say('alert', anAlert({ count: 9 }));
    FakeWebSocket.last.say('results', {
      ...SUMMARY,
      total_frames: 60,
      frames: [aFrame({ frame_id: 2, received_at: '2026-11-24T10:00:05Z' })],
      skipped: 9,
    });
    vi.advanceTimersByTime(6_500);
    expect(store.jobs.all()[0]?.status).toBe('completed');
    expect(store.workers.all().map((worker) => worker.worker_id)).toEqual([
      'coordinator-local',
      'worker-1',
    ]);
    expect(store.alerts.all().map((alert) => alert.count)).toEqual([9]);
    expect(store.results.summary()?.total_frames).toBe(60);
    expect(store.results.frames().map((frame) => frame.frame_id)).toEqual([2, 1]);
    expect(store.results.skipped()).toBe(9);
    // what was pushed moved frames, of which only the ledger is not told
    expect(asked('/ledger')).toHaveLength(1);
    expect(answer()).toBe(0);
  });

  it('reads the ledger again when a job or results are pushed, and after a gap', () => {
    FakeWebSocket.last.open();
    FakeWebSocket.last.say('metrics', someMetrics());
    answer();
    answer();
    for (const [type, data] of [
      ['job', aJob()],
      ['results', { ...SUMMARY, frames: [], skipped: 0 }],
    ] as const) {
      FakeWebSocket.last.say(type, data);
      vi.advanceTimersByTime(2_000);
      asked('/ledger').forEach((request) => request.flush(aLedger({ hedged: 9 })));
      expect(store.ledger.now()?.hedged).toBe(9);
      FakeWebSocket.last.say('metrics', someMetrics());
      vi.advanceTimersByTime(2_000);
      expect(asked('/ledger')).toHaveLength(0);
    }
    FakeWebSocket.last.break();
    TestBed.tick();
    expect(asked('/ledger')).toHaveLength(1);
  });

  it('does not let an older answer undo what was pushed while it was under way', () => {
    FakeWebSocket.last.open();
    const [slow] = asked('/jobs');
    FakeWebSocket.last.say('job', aJob({ job_id: 'pushed', submitted_at: '2026-11-24T11:00:00Z' }));
    slow?.flush([aJob()]);
    expect(store.jobs.all().map((job) => job.job_id)).toEqual(['pushed', 'job-1']);
  });

  it('polls every three seconds without push, one request of a kind at a time', () => {
    answer();
    FakeWebSocket.last.break();
    TestBed.tick();
    expect(answer()).toBeGreaterThan(0);
    vi.advanceTimersByTime(3_000);
    vi.advanceTimersByTime(3_000);
    expect(asked('/jobs')).toHaveLength(1);
  });

  it('reads the frames again only where the totals moved', () => {
    answer();
    FakeWebSocket.last.break();
    TestBed.tick();
    answer();
    vi.advanceTimersByTime(3_000);
    asked('/results/summary').forEach((request) => request.flush(SUMMARY));
    expect(asked('/results/frames')).toHaveLength(0);
    vi.advanceTimersByTime(3_000);
    asked('/results/summary').forEach((r) => r.flush({ ...SUMMARY, total_frames: 5 }));
    expect(asked('/results/frames')).toHaveLength(1);
  });

  it('is offline where nothing answers, keeps what it knew, and comes back', () => {
    answer();
    FakeWebSocket.last.break();
    TestBed.tick();
    fail();
    vi.advanceTimersByTime(3_000);
    fail();
    expect(store.state().label).toBe('offline');
    expect(store.connection.isStale()).toBe(true);
    expect(store.jobs.all()).toHaveLength(1);
    expect(toasts()).toEqual(['Connection lost. Trying again.']);
    vi.advanceTimersByTime(3_000);
    answer([aJob({ status: 'completed' }), aJob({ job_id: 'unseen' })]);
    expect(store.state().label).toBe('online');
    expect(toasts()).toContain('Connected again.');
    expect(toasts().filter((text) => text.startsWith('Completed'))).toHaveLength(1);
    expect(toasts()).toHaveLength(2);
  });

  it('has no news of workers that it only had not heard of yet', () => {
    FakeWebSocket.last.open();
    FakeWebSocket.last.say('worker', aWorker());
    FakeWebSocket.last.say('worker', aWorker({ worker_id: 'worker-2' }));
    FakeWebSocket.last.say('job', aJob({ status: 'queued' }));
    answer([aJob()], [aWorker(), aWorker({ worker_id: 'worker-2' })]);
    answer([aJob()], [aWorker(), aWorker({ worker_id: 'worker-2' })]);
    expect(store.workers.all()).toHaveLength(2);
    expect(toasts()).toEqual([]);
    FakeWebSocket.last.say('worker', aWorker({ worker_id: 'worker-3', refusal: 'No.' }));
    expect(toasts()).toEqual(['No.']);
  });

  it('says where no worker is ready', () => {
    answer([aJob()], [aWorker({ status: 'offline' }), aWorker({ worker_id: 'b', refusal: 'no' })]);
    expect(store.state().label).toBe('online, no worker');
  });
});
