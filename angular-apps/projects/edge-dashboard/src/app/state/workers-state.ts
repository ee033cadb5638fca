import { Injectable, computed, inject, signal } from '@angular/core';
import { Toasts, problemText } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { Worker } from '../api/wire';
import { News } from './news';
import { question } from './question';

/** The coordinator's own worker, which nobody can remove. */
export const LOCAL_WORKER = 'coordinator-local';

const BY_NAME = new Intl.Collator('en', { numeric: true });

function localFirst(a: Worker, b: Worker): number {
  const local = Number(b.worker_id === LOCAL_WORKER) - Number(a.worker_id === LOCAL_WORKER);
  return local || BY_NAME.compare(a.worker_id, b.worker_id);
}

/** The pool; the server bounds it by `MAX_WORKERS`. */
@Injectable({ providedIn: 'root' })
export class WorkersState {
  private readonly api = inject(CoordinatorApi);
  private readonly news = inject(News);
  private readonly toasts = inject(Toasts);
  private readonly list = signal<readonly Worker[]>([]);

  readonly all = this.list.asReadonly();
  readonly isLoaded = signal(false);
  /** Those that are there and may get frames. */
  readonly serving = computed(() =>
    this.list().filter((worker) => worker.status !== 'offline' && worker.refusal === null),
  );

  readonly refresh = question(
    () => this.api.workers(),
    (workers) => {
      this.replace(workers);
      this.isLoaded.set(true);
    },
  );

  heard(worker: Worker): void {
    this.refresh.hear(() => {
      const others = this.list().filter((other) => other.worker_id !== worker.worker_id);
      this.replace(worker.status === 'removed' ? others : [...others, worker]);
    }, worker.worker_id);
  }

  remove(worker: Worker): void {
    this.api.removeWorker(worker.worker_id).subscribe({
      next: () => this.heard({ ...worker, status: 'removed' }),
      error: (error: unknown) =>
        this.toasts.show({
          subject: `worker ${worker.worker_id}`,
          tone: 'fail',
          title: `${worker.worker_id} could not be removed`,
          text: problemText(error),
        }),
    });
  }

  private replace(workers: readonly Worker[]): void {
    const before = this.list();
    this.list.set([...workers].sort(localFirst));
    if (this.isLoaded()) {
      this.news.ofWorkers(before, workers);
    }
  }
}
