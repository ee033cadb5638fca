import { Injectable, signal } from '@angular/core';

const STORE = 'edge.muted';
const MOST = 100;

/** Kinds of notices that may be silenced, and what they tell of. */
export const NOTICES = {
  jobs: 'jobs that end',
  workers: 'workers that are lost or back',
  alerts: 'critical alerts',
  connection: 'a lost connection',
} as const;

export type Notice = keyof typeof NOTICES;

/** What this browser's user does not want to be told of; kept until it is taken back. */
@Injectable({ providedIn: 'root' })
export class Mutes {
  private readonly kinds = signal<ReadonlySet<string>>(kept());

  readonly all = this.kinds.asReadonly();

  has(kind: string): boolean {
    return this.kinds().has(kind);
  }

  set(kind: string, isMuted: boolean): void {
    const kinds = [...this.kinds()].filter((other) => other !== kind);
    const now = isMuted ? [...kinds, kind].slice(-MOST) : kinds;
    this.kinds.set(new Set(now));
    localStorage.setItem(STORE, JSON.stringify(now));
  }
}

function kept(): ReadonlySet<string> {
  try {
    const kinds: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return new Set(Array.isArray(kinds) ? kinds.map(String).slice(-MOST) : []);
  } catch {
    return new Set();
  }
}
