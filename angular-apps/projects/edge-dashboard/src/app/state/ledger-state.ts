import { Injectable, inject, signal } from '@angular/core';
import { CoordinatorApi } from '../api/coordinator-api';
import { Ledger } from '../api/wire';
import { question } from './question';

/** Frames settle many times a second; the ledger is read no oftener than this meanwhile. */
const APART_MS = 2_000;

/** Whether every frame is accounted for; nothing until the first answer. */
@Injectable({ providedIn: 'root' })
export class LedgerState {
  private readonly api = inject(CoordinatorApi);
  private readonly latest = signal<Ledger | null>(null);
  private askedAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly now = this.latest.asReadonly();

  readonly refresh = question(
    () => this.ask(),
    (ledger) => this.latest.set(ledger),
  );

  /** Has it read soon: frames have settled or a job has moved. A hidden page reads it when shown. */
  expectChange(): void {
    if (!document.hidden) {
      this.timer ??= setTimeout(() => this.look(), this.askedAt + APART_MS - performance.now());
    }
  }

  private look(): void {
    this.timer = undefined;
    this.refresh.run();
  }

  private ask() {
    this.askedAt = performance.now();
    return this.api.ledger();
  }
}
