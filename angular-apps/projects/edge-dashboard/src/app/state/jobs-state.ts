import { Injectable, computed, inject, signal } from '@angular/core';
import { finalize } from 'rxjs';
import { Toasts, problemText } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { Job, Page } from '../api/wire';
import { News } from './news';
import { MOST_JOBS, hasEnded, withJob, withNewest, withOlder } from './job-list';
import { question } from './question';

/** The jobs, newest first: up to 1,000 of them. */
@Injectable({ providedIn: 'root' })
export class JobsState {
  private readonly api = inject(CoordinatorApi);
  private readonly news = inject(News);
  private readonly toasts = inject(Toasts);
  private readonly list = signal<readonly Job[]>([]);
  private readonly cursor = signal<string | null>(null);
  private readonly awaited = signal<ReadonlySet<string>>(new Set());
  /** Jobs of this page's own uploads that were not seen yet: as many as go at a time. */
  private readonly expected = new Set<string>();
  private hasOlderPages = false;

  readonly all = this.list.asReadonly();
  readonly isLoaded = signal(false);
  readonly isLoadingOlder = signal(false);
  readonly olderFailed = signal('');
  readonly hasOlder = computed(() => this.cursor() !== null && this.list().length < MOST_JOBS);
  readonly open = computed(() => this.list().filter((job) => !hasEnded(job)));
  /** The jobs whose cancelling or removing the server has not answered yet. */
  readonly inHand = this.awaited.asReadonly();

  readonly refresh = question(
    () => this.api.jobs(),
    (page) => this.takeNewest(page),
  );

  /** Asks for a job that was just sent from here; what becomes of it is news from the start. */
  expect(id: string): void {
    this.expected.add(id);
    this.refresh.run();
  }

  byId(id: string): Job | undefined {
    return this.list().find((job) => job.job_id === id);
  }

  heard(job: Job): void {
    this.refresh.hear(() => this.take(job), job.job_id);
  }

  /** Takes one job as the server shows it now. */
  take(job: Job): void {
    const before = this.byId(job.job_id);
    this.list.update((jobs) => withJob(jobs, job));
    if (this.isLoaded()) {
      this.news.ofJob(before, this.byId(job.job_id) ?? job);
    }
  }

  showOlder(): void {
    const cursor = this.cursor();
    if (cursor === null || this.isLoadingOlder()) {
      return;
    }
    this.isLoadingOlder.set(true);
    this.olderFailed.set('');
    this.api
      .jobs(cursor)
      .pipe(finalize(() => this.isLoadingOlder.set(false)))
      .subscribe({
        next: (page) => {
          this.hasOlderPages = true;
          this.list.update((jobs) => withOlder(jobs, page));
          this.cursor.set(page.next);
        },
        error: (error: unknown) => this.olderFailed.set(problemText(error)),
      });
  }

  /** Cancels a job that runs or waits, removes one that ended; `done` where it is gone then. */
  delete(job: Job, done?: () => void): void {
    if (this.awaited().has(job.job_id)) {
      return;
    }
    this.awaited.update((ids) => new Set(ids).add(job.job_id));
    this.api
      .deleteJob(job.job_id)
      .pipe(finalize(() => this.forget(job.job_id)))
      .subscribe({
        next: () => {
          if (hasEnded(job)) {
            this.heard({ ...job, status: 'removed' });
            done?.();
          }
          this.refresh.run();
        },
        error: (error: unknown) =>
          this.toasts.show({
            subject: `job ${job.job_id}`,
            tone: 'fail',
            title: `${job.filename} could not be ${hasEnded(job) ? 'removed' : 'cancelled'}`,
            text: problemText(error),
          }),
      });
  }

  private forget(id: string): void {
    this.awaited.update((ids) => new Set([...ids].filter((other) => other !== id)));
  }

  private takeNewest(page: Page<Job>): void {
    const before = this.list();
    const after = withNewest(before, page);
    this.list.set(after);
    if (!this.hasOlderPages || page.next === null) {
      this.cursor.set(page.next);
    }
    if (this.isLoaded()) {
      this.news.ofJobs(before, after, this.expected);
    }
    after.forEach((job) => this.expected.delete(job.job_id));
    this.isLoaded.set(true);
  }
}
