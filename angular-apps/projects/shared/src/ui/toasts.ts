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
  private isHeld = false;

  readonly shown = this.up.asReadonly();

  show(toast: Toast): void {
    this.up.update((up) =>
      [...up.filter((other) => other.subject !== toast.subject), toast].slice(-MOST),
    );
    this.expire(toast);
  }

  /** While the user is at them none goes by itself. */
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
  }

  dismiss(toast: Toast): void {
    this.up.update((up) => up.filter((other) => other !== toast));
  }

  private expire(toast: Toast): void {
    const shownMs = toast.tone === 'fail' ? FAILURE_SHOWN_MS : SHOWN_MS;
    setTimeout(() => {
      if (this.isHeld && this.up().includes(toast)) {
        this.expire(toast);
      } else {
        this.dismiss(toast);
      }
    }, shownMs);
  }
}
