import { HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { Refresh } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { Ledger } from '../api/wire';
import { Connection } from './connection';

/** Frames settle many times a second; the ledger is read no oftener than this meanwhile. */
const APART_MS = 2_000;
const UNKNOWN = 404;

/** Whether every frame is accounted for; nothing where the coordinator keeps no ledger. */
@Injectable({ providedIn: 'root' })
export class LedgerState {
  private readonly api = inject(CoordinatorApi);
  private readonly connection = inject(Connection);
  private readonly latest = signal<Ledger | null>(null);
  private isKept = true;
  private askedAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly now = this.latest.asReadonly();

  readonly refresh = new Refresh(() => this.ask(), {
    take: (ledger) => {
      this.connection.answered();
      this.isKept = true;
      this.latest.set(ledger);
    },
    fail: (error) => this.fail(error),
  });

  /** Has it read soon: frames have settled or a job has moved. A hidden page reads it when shown. */
  expectChange(): void {
    if (this.isKept && !document.hidden) {
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

  private fail(error: unknown): void {
    // an older coordinator is not away, it only has no ledger
    if (error instanceof HttpErrorResponse && error.status === UNKNOWN) {
      this.isKept = false;
      this.latest.set(null);
    } else {
      this.connection.failed(error);
    }
  }
}
