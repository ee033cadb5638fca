import { Injectable, computed, signal } from '@angular/core';
import { LiveSocket, isAway } from 'shared';

/** Metrics come every second; a socket without any for so long is a dead one. */
const SILENT_AFTER_MS = 10_000;

/** Whether the coordinator is there: by its push, or by its answers while there is no push. */
@Injectable({ providedIn: 'root' })
export class Connection {
  readonly socket = new LiveSocket('/ws/events', { silentAfterMs: SILENT_AFTER_MS });
  private readonly answers = signal<boolean | null>(null);

  readonly isLive = computed(() => this.socket.state() === 'live');

  readonly state = computed(() => {
    if (this.isLive()) {
      return 'online';
    }
    const answers = this.answers();
    return answers === null ? 'connecting' : answers ? 'online' : 'offline';
  });

  /** Whether what is shown may no longer be so. */
  readonly isStale = computed(() => this.state() === 'offline');

  answered(): void {
    this.answers.set(true);
  }

  /** A refusal in words is an answer as well. */
  failed(error: unknown): void {
    this.answers.set(!isAway(error));
  }
}
