import { Injectable, inject } from '@angular/core';
import { ModelsState } from './models-state';
import { WorkersState } from './workers-state';

/** What models are called, which are told by their SHA-256: of the coordinator's and of the pool's. */
@Injectable({ providedIn: 'root' })
export class ModelNames {
  private readonly models = inject(ModelsState);
  private readonly workers = inject(WorkersState);

  /** `street`; the beginning of the sum where nobody says what it is called. */
  nameOf(sha256: string): string {
    const name =
      this.models.byHash(sha256)?.name ??
      this.workers.all().find((worker) => worker.model_sha256 === sha256)?.model;
    return name ?? `unnamed, ${sha256.slice(0, 8)}`;
  }

  /** `Apache-2.0`, as the model's file says; empty where it says nothing, or is there no more. */
  licenceOf(sha256: string): string {
    return this.models.byHash(sha256)?.licence ?? '';
  }
}
