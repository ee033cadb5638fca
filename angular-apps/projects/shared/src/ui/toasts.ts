import { Injectable, signal } from '@angular/core';
import { Tone } from './state-badge';

/** What happened elsewhere than where the user looks. */
export interface Toast {
  /** A later toast of the same subject takes the place of this one. */
  readonly subject: string;
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

const MOST = 3;
const SHOWN_MS = 6_000;
const FAILURE_SHOWN_MS = 15_000;

/** The toasts that are up: three at most, the oldest go first. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly up = signal<readonly Toast[]>([]);

  readonly shown = this.up.asReadonly();

  show(toast: Toast): void {
    this.up.update((up) =>
      [...up.filter((other) => other.subject !== toast.subject), toast].slice(-MOST),
    );
    setTimeout(() => this.dismiss(toast), toast.tone === 'fail' ? FAILURE_SHOWN_MS : SHOWN_MS);
  }

  dismiss(toast: Toast): void {
    this.up.update((up) => up.filter((other) => other !== toast));
  }
}
