import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

const KEY = 'edge.muted';
const MOST = 100;

/** What this browser's user does not want to be told of: notices, and kinds of alerts. */
@Injectable({ providedIn: 'root' })
export class Mutes {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;
  private readonly kinds = signal<ReadonlySet<string>>(new Set(this.kept()));

  readonly all = this.kinds.asReadonly();

  has(kind: string): boolean {
    return this.kinds().has(kind);
  }

  set(kind: string, isMuted: boolean): void {
    const others = [...this.kinds()].filter((other) => other !== kind);
    const kinds = isMuted ? [...others, kind].slice(-MOST) : others;
    this.kinds.set(new Set(kinds));
    try {
      this.storage?.setItem(KEY, JSON.stringify(kinds));
    } catch {
      // a browser that keeps nothing is told of it again next time
    }
  }

  private kept(): readonly string[] {
    try {
      const kinds: unknown = JSON.parse(this.storage?.getItem(KEY) ?? '[]');
      return Array.isArray(kinds) ? kinds.map(String).slice(-MOST) : [];
    } catch {
      return [];
    }
  }
}
