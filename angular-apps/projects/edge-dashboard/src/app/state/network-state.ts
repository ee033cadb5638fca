import { HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { Refresh } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { NetworkTotals } from '../api/wire';

const PERIOD_MS = 10_000;
/** A coordinator that reports to nobody is asked again now and then: it may be started anew. */
const UNSET_PERIOD_MS = 60_000;
const NOT_SET = 503;
const NOT_ANSWERING = 502;

/** What all cameras saw, as the admin server counts; nothing where there is none. */
@Injectable({ providedIn: 'root' })
export class NetworkState {
  private readonly api = inject(CoordinatorApi);
  private readonly latest = signal<NetworkTotals | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly totals = this.latest.asReadonly();
  readonly isAway = signal(false);

  private readonly refresh = new Refresh(() => this.api.networkTotals(), {
    take: (totals) => {
      this.latest.set(totals);
      this.isAway.set(false);
      this.next(PERIOD_MS);
    },
    fail: (error) => this.fail(error),
  });

  /** Asks from now on, until `stop`. */
  start(): void {
    this.ask();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.refresh.stop();
  }

  private ask(): void {
    if (document.hidden) {
      this.next(PERIOD_MS);
    } else {
      this.refresh.run();
    }
  }

  private fail(error: unknown): void {
    const status = error instanceof HttpErrorResponse ? error.status : 0;
    if (status === NOT_SET) {
      this.latest.set(null);
    }
    this.isAway.set(status === NOT_ANSWERING);
    this.next(status === NOT_SET ? UNSET_PERIOD_MS : PERIOD_MS);
  }

  private next(pauseMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pauseMs);
  }
}
