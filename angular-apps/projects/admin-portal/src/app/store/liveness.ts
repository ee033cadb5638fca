import { Injectable, inject } from '@angular/core';
import { Refresh } from 'shared';
import { Observable, Subject } from 'rxjs';
import { AdminApi } from '../api/admin-api';

const MOST_STRIKES = 2;

/**
 * Notices a live connection that is dead without having been closed: the server counts events of
 * which no message comes. One check may fall between the count and the message, two may not.
 */
@Injectable({ providedIn: 'root' })
export class Liveness {
  private readonly api = inject(AdminApi);
  private readonly found = new Subject<void>();
  private readonly metrics = new Refresh(() => this.api.metrics(), {
    take: ({ events_total }) => this.judge(events_total),
    fail: () => this.reset(),
  });
  private events: number | null = null;
  private hasHeard = false;
  private strikes = 0;

  readonly deaths: Observable<void> = this.found;

  check(): void {
    this.metrics.run();
  }

  /** A message came. */
  hear(): void {
    this.hasHeard = true;
    this.strikes = 0;
  }

  /** A new connection, or none: nothing is known. */
  reset(): void {
    this.events = null;
    this.strikes = 0;
    this.hasHeard = false;
  }

  private judge(events: number): void {
    const isSilent = this.events !== null && events > this.events && !this.hasHeard;
    this.events = events;
    this.hasHeard = false;
    this.strikes = isSilent ? this.strikes + 1 : 0;
    if (this.strikes >= MOST_STRIKES) {
      this.reset();
      this.found.next();
    }
  }
}
