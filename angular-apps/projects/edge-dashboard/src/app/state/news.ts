import { Injectable, inject } from '@angular/core';
import { Mutes, Toast, Toasts } from 'shared';
import { Job, Worker } from '../api/wire';
import { jobToast } from './job-toast';
import { Notice } from './notices';
import { workerToast } from './worker-toast';

const MOST_AT_ONCE = 3;
/** The same of the same is told again after so long: a worker may come and go all day. */
const AGAIN_AFTER_MS = 300_000;
const MOST_TOLD = 1_000;

/** Tells what happened elsewhere, and after a gap only what changed since. */
@Injectable({ providedIn: 'root' })
export class News {
  private readonly toasts = inject(Toasts);
  private readonly mutes = inject(Mutes);
  private readonly told = new Map<string, number>();

  ofJob(before: Job | undefined, now: Job): void {
    this.show('jobs', [jobToast(before, now)]);
  }

  /** Of jobs that were known already or are `expected`: the others are no news, only unseen. */
  ofJobs(
    before: readonly Job[],
    now: readonly Job[],
    expected: ReadonlySet<string> = new Set(),
  ): void {
    const known = new Map(before.map((job) => [job.job_id, job]));
    this.show(
      'jobs',
      now
        .filter(({ job_id: id }) => known.has(id) || expected.has(id))
        .map((job) => jobToast(known.get(job.job_id), job)),
    );
  }

  ofWorkers(before: readonly Worker[], now: readonly Worker[]): void {
    const known = new Map(before.map((worker) => [worker.worker_id, worker]));
    const serving = now.filter((worker) => worker.status !== 'offline' && worker.refusal === null);
    this.show(
      'workers',
      now.map((worker) => {
        const hasOthers = serving.some((other) => other.worker_id !== worker.worker_id);
        return workerToast(known.get(worker.worker_id), worker, hasOthers);
      }),
    );
  }

  private show(notice: Notice, found: readonly (Toast | null)[]): void {
    const toasts = this.mutes.has(notice)
      ? []
      : found.filter((toast) => toast !== null).filter((toast) => this.isNew(toast));
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

  private isNew(toast: Toast): boolean {
    const key = `${toast.subject} ${toast.text}`;
    const [now, last] = [Date.now(), this.told.get(key) ?? -Infinity];
    if (now - last < AGAIN_AFTER_MS) {
      return false;
    }
    this.told.delete(key);
    this.told.set(key, now);
    if (this.told.size > MOST_TOLD) {
      this.told.delete(this.told.keys().next().value ?? '');
    }
    return true;
  }
}
