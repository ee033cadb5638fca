import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Observable, finalize } from 'rxjs';
import { Mutes, Toasts, problemText } from 'shared';
import { ModelsApi, ShelfModel } from '../api/models-api';
import { Notice } from './notices';
import { question } from './question';
import { WorkersState } from './workers-state';

/** The models of the coordinator, the one in use first, and what is done with them. */
@Injectable({ providedIn: 'root' })
export class ModelsState {
  private readonly api = inject(ModelsApi);
  private readonly toasts = inject(Toasts);
  private readonly mutes = inject(Mutes);
  private readonly workers = inject(WorkersState);
  private readonly list = signal<readonly ShelfModel[]>([]);

  readonly all = this.list.asReadonly();
  readonly isLoaded = signal(false);
  readonly inUse = computed(() => this.list().find((model) => model.in_use) ?? null);
  /** What was in use before it, as far as this page has seen. */
  readonly before = signal<ShelfModel | null>(null);
  /** The hash of the model that is being switched to or removed. */
  readonly inHand = signal<string | null>(null);
  /** What somebody wished of a model and why it was not done. */
  readonly problem = signal<{ readonly sha256: string; readonly text: string } | null>(null);

  readonly refresh = question(
    () => this.api.all(),
    (models) => this.take(models),
  );

  constructor() {
    // nothing is pushed about models themselves, but workers say which ones they have
    const ofWorkers = computed(() =>
      [...new Set(this.workers.all().map((worker) => worker.model_sha256))].sort().join(),
    );
    let known: string | null = null;
    effect(() => {
      const now = this.workers.isLoaded() ? ofWorkers() : null;
      if (known !== null && now !== known) {
        untracked(() => this.refresh.run());
      }
      known = now;
    });
  }

  byHash(sha256: string): ShelfModel | undefined {
    return this.list().find((model) => model.sha256 === sha256);
  }

  /** Has the whole pool go by a model. */
  use(model: ShelfModel): void {
    this.wish(model, this.api.use(model.sha256));
  }

  remove(model: ShelfModel): void {
    this.wish(model, this.api.remove(model.sha256));
  }

  private wish({ sha256 }: ShelfModel, call: Observable<unknown>): void {
    if (this.inHand() !== null) {
      return;
    }
    this.inHand.set(sha256);
    this.problem.set(null);
    call
      .pipe(
        finalize(() => {
          this.inHand.set(null);
          this.refresh.run();
        }),
      )
      .subscribe({
        error: (error: unknown) => this.problem.set({ sha256, text: problemText(error) }),
      });
  }

  private take(models: readonly ShelfModel[]): void {
    const before = this.inUse();
    this.list.set(models);
    const now = this.inUse();
    if (this.isLoaded() && before && now && before.sha256 !== now.sha256) {
      this.before.set(before);
      this.tell(now);
    }
    this.isLoaded.set(true);
  }

  private tell(model: ShelfModel): void {
    if (!this.mutes.has('models' satisfies Notice)) {
      this.toasts.show({
        subject: 'model',
        tone: 'ok',
        title: model.name,
        text: 'The pool goes by it from now on. Jobs end with the model they began with.',
      });
    }
  }
}
