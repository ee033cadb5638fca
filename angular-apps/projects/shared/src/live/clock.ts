import { Injectable, computed, signal } from '@angular/core';

/** A difference up to which the two clocks count as the same: the server's has whole seconds. */
const TOLERANCE_MS = 2_000;

/** The time of the server, second by second, for everything that says "12 s ago". */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly local = signal(Date.now());
  private readonly ahead = signal(0);

  /** Milliseconds since 1970 by the server's clock. */
  readonly now = computed(() => this.local() + this.ahead());

  constructor() {
    setInterval(() => this.local.set(Date.now()), 1_000);
  }

  /** Takes the `Date` header of an answer that has just come. */
  hear(date: string | null): void {
    const server = date ? Date.parse(date) : NaN;
    if (!Number.isNaN(server)) {
      const ahead = server + 500 - Date.now();
      this.ahead.set(Math.abs(ahead) > TOLERANCE_MS ? ahead : 0);
    }
  }
}
