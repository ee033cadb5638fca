import { HttpErrorResponse } from '@angular/common/http';
import {
  DestroyRef,
  Injectable,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { problemText, Refresh } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { Job, Timeline } from '../api/wire';
import { Connection } from '../state/connection';
import { hasEnded } from '../state/job-list';
import { JobsState } from '../state/jobs-state';

const PERIOD_MS = 3_000;
const BUCKETS = 120;
const UNKNOWN = 404;

/** One job and its timeline, kept current while it runs. */
@Injectable()
export class JobDetail {
  private readonly api = inject(CoordinatorApi);
  private readonly jobs = inject(JobsState);
  private readonly connection = inject(Connection);

  readonly id = signal('');
  private readonly listed = computed(() => this.jobs.byId(this.id()));
  private readonly asked = linkedSignal<string, Job | null>({
    source: this.id,
    computation: () => null,
  });

  readonly job = computed(() => this.listed() ?? this.asked());
  /** Why there is no such job, in the server's words. */
  readonly unknown = linkedSignal({ source: this.id, computation: () => '' });
  readonly timeline = linkedSignal<string, Timeline | null>({
    source: this.id,
    computation: () => null,
  });
  readonly timelineProblem = linkedSignal({ source: this.id, computation: () => '' });
  private readonly hasEnded = computed(() => {
    const job = this.job();
    return job ? hasEnded(job) : null;
  });

  private readonly jobRefresh = new Refresh(() => this.api.job(this.id()), {
    take: (job) => {
      this.connection.answered();
      if (job.job_id === this.id()) {
        this.asked.set(job);
        this.unknown.set('');
      }
    },
    fail: (error) => this.fail(error),
  });

  private readonly timelineRefresh = new Refresh(() => this.api.timeline(this.id(), BUCKETS), {
    take: (timeline) => {
      if (timeline.job_id === this.id()) {
        this.timeline.set(timeline);
        this.timelineProblem.set('');
      }
    },
    fail: (error) => this.timelineProblem.set(problemText(error)),
  });

  constructor() {
    // also when the list drops the job: then somebody removed it
    effect(() => {
      if (this.id() && !this.listed()) {
        untracked(() => this.jobRefresh.run());
      }
    });
    effect(() => {
      if (this.id() && this.hasEnded() !== null) {
        untracked(() => this.timelineRefresh.run());
      }
    });
    const timer = setInterval(() => this.look(), PERIOD_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.jobRefresh.stop();
      this.timelineRefresh.stop();
    });
  }

  private look(): void {
    if (document.hidden || this.unknown()) {
      return;
    }
    const isOpen = this.hasEnded() !== true;
    if (!this.listed() && isOpen) {
      this.jobRefresh.run();
    }
    if (this.job() && (isOpen || this.timelineProblem())) {
      this.timelineRefresh.run();
    }
  }

  private fail(error: unknown): void {
    this.connection.failed(error);
    if (error instanceof HttpErrorResponse && error.status === UNKNOWN) {
      this.asked.set(null);
      this.unknown.set(problemText(error));
    }
  }
}
