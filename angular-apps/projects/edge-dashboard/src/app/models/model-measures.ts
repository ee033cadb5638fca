import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { finalize } from 'rxjs';
import { problemText } from 'shared';
import { Measurement, ModelsApi, ShelfModel } from '../api/models-api';
import { Job } from '../api/wire';
import { JobsState } from '../state/jobs-state';
import { ModelsState } from '../state/models-state';

/** What was measured since the page was loaded, and on which job models are compared. */
@Injectable({ providedIn: 'root' })
export class ModelMeasures {
  private readonly api = inject(ModelsApi);
  private readonly jobs = inject(JobsState);
  private readonly models = inject(ModelsState);
  private readonly results = signal<ReadonlyMap<string, Measurement>>(new Map());

  /** The jobs that models can be compared on, the newest first. */
  readonly choices = computed<readonly Job[]>(() =>
    this.jobs.all().filter((job) => job.status === 'completed'),
  );
  /** The job that is chosen: the newest, until somebody chooses; empty for none. */
  readonly jobId = linkedSignal<readonly Job[], string>({
    source: this.choices,
    computation: (choices, before) =>
      before && (before.value === '' ? before.source.length > 0 : isAmong(choices, before.value))
        ? before.value
        : (choices[0]?.job_id ?? ''),
  });
  /** The hash of the model that is being measured: one at a time. */
  readonly inHand = signal<string | null>(null);

  /** What came of it; of a measuring on another job than the one that is chosen, nothing. */
  of(model: ShelfModel): Measurement | null {
    const result = this.results().get(model.sha256) ?? null;
    return result && (result.job_id ?? '') === this.jobId() ? result : null;
  }

  measure({ sha256 }: ShelfModel): void {
    if (this.inHand() !== null) {
      return;
    }
    this.inHand.set(sha256);
    this.models.problem.set(null);
    this.api
      .measure(sha256, this.jobId() || null)
      .pipe(
        finalize(() => {
          this.inHand.set(null);
          this.models.refresh.run();
        }),
      )
      .subscribe({
        next: (result) => this.results.update((all) => new Map(all).set(sha256, result)),
        error: (error: unknown) => this.models.problem.set({ sha256, text: problemText(error) }),
      });
  }
}

function isAmong(jobs: readonly Job[], id: string): boolean {
  return jobs.some((job) => job.job_id === id);
}
