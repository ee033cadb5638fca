import { DestroyRef, Injectable, inject, signal } from '@angular/core';

const STORE = 'edge.uploads.';
const CHANNEL = 'edge.uploads';
/** How long another page of this coordinator has to say that its uploads still go. */
const ANSWER_MS = 700;

/**
 * Uploads end with their page: warns before that, and tells the next page of it what was cut off.
 * Pages keep the names of what goes under a key of their own; a key whose page no longer answers is
 * of one that was closed.
 */
@Injectable({ providedIn: 'root' })
export class LostUploads {
  private readonly page = crypto.getRandomValues(new Uint32Array(2)).join('-');
  private readonly channel = new BroadcastChannel(CHANNEL);
  private count = 0;

  /** The files that were cut off, by name. */
  readonly names = signal<readonly string[]>([]);

  constructor() {
    const found = keys();
    const answered = new Set<string>();
    this.channel.onmessage = ({ data }: MessageEvent<{ ask?: true; here?: string }>) => {
      if (data.ask && this.count > 0) {
        this.channel.postMessage({ here: STORE + this.page });
      } else if (data.here) {
        answered.add(data.here);
      }
    };
    if (found.length > 0) {
      this.channel.postMessage({ ask: true });
      setTimeout(() => this.tell(found.filter((key) => !answered.has(key))), ANSWER_MS);
    }
    addEventListener('beforeunload', this.warn);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('beforeunload', this.warn);
      this.channel.close();
    });
  }

  /** Takes the names of all that goes or waits now. */
  underWay(names: readonly string[]): void {
    this.count = names.length;
    const key = STORE + this.page;
    if (names.length > 0) {
      localStorage.setItem(key, JSON.stringify(names));
    } else {
      localStorage.removeItem(key);
    }
  }

  forget(): void {
    this.names.set([]);
  }

  private tell(closed: readonly string[]): void {
    this.names.set(closed.flatMap((key) => namesOf(localStorage.getItem(key))));
    closed.forEach((key) => localStorage.removeItem(key));
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.count > 0) {
      event.preventDefault();
    }
  };
}

function keys(): readonly string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(STORE));
}

function namesOf(text: string | null): readonly string[] {
  try {
    const names: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(names) ? names.map(String) : [];
  } catch {
    return [];
  }
}
