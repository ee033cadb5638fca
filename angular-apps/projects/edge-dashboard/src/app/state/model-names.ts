import { Injectable, computed, inject, signal } from '@angular/core';
import { CoordinatorApi } from '../api/coordinator-api';
import { Model } from '../api/wire';
import { WorkersState } from './workers-state';

/** What models are called, which are told by their SHA-256: of the coordinator's and of the pool's. */
@Injectable({ providedIn: 'root' })
export class ModelNames {
  private readonly workers = inject(WorkersState);
  private readonly own = signal<Model | null>(null);

  private readonly known = computed(() => {
    const pool = this.workers
      .all()
      .map(({ model, model_sha256: sha256 }) => ({ name: model ?? '', sha256: sha256 ?? '' }));
    return [this.own(), ...pool].filter((model) => model?.name && model.sha256);
  });

  constructor() {
    // without an answer the pool's names have to do
    inject(CoordinatorApi)
      .model()
      .subscribe({ next: (model) => this.own.set(model), error: () => this.own.set(null) });
  }

  /** `street`; the beginning of the sum where nobody says what it is called. */
  nameOf(sha256: string): string {
    const found = this.known().find((model) => model?.sha256 === sha256);
    return found?.name ?? `unnamed, ${sha256.slice(0, 8)}`;
  }
}
