import { Injectable, inject } from '@angular/core';
import { Toast, Toasts } from 'shared';
import { Job, Worker } from '../api/wire';
import { jobToast } from './job-toast';
import { workerToast } from './worker-toast';

const MOST_AT_ONCE = 3;

/** Tells what happened elsewhere, and after a gap only what changed since. */
@Injectable({ providedIn: 'root' })
export class News {
  private readonly toasts = inject(Toasts);

  ofJob(before: Job | undefined, now: Job): void {
    this.show([jobToast(before, now)]);
  }

  /** Of jobs that were known already or are `expected`: the others are no news, only unseen. */
  ofJobs(
    before: readonly Job[],
    now: readonly Job[],
    expected: ReadonlySet<string> = new Set(),
  ): void {
    const known = new Map(before.map((job) => [job.job_id, job]));
    this.show(
      now
        .filter(({ job_id: id }) => known.has(id) || expected.has(id))
        .map((job) => jobToast(known.get(job.job_id), job)),
    );
  }

  ofWorkers(before: readonly Worker[], now: readonly Worker[]): void {
    const known = new Map(before.map((worker) => [worker.worker_id, worker]));
    const still = new Set(now.map((worker) => worker.worker_id));
    const gone = before.filter((worker) => !still.has(worker.worker_id));
    this.show([
      ...now.map((worker) => workerToast(known.get(worker.worker_id), worker)),
      ...gone.map((worker) => workerToast(worker, { ...worker, status: 'removed' })),
    ]);
  }

  private show(found: readonly (Toast | null)[]): void {
    const toasts = found.filter((toast) => toast !== null);
    if (toasts.length <= MOST_AT_ONCE) {
      toasts.forEach((toast) => this.toasts.show(toast));
      return;
    }
    this.toasts.show({
      subject: 'many',
      tone: toasts.some((toast) => toast.tone === 'fail') ? 'fail' : 'accent',
      title: `${toasts.length} changes`,
      text: 'Several jobs or workers changed at once. The tables show how they stand.',
    });
  }
}
