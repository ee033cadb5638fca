import { Injectable, signal } from '@angular/core';

/** Whether the admin server answers calls; `null` until it is known. */
@Injectable({ providedIn: 'root' })
export class Reach {
  private readonly current = signal<boolean | null>(null);

  readonly answers = this.current.asReadonly();
  /** When the last answer came, by this computer's clock. */
  readonly lastAnswer = signal<number | null>(null);

  hear(): void {
    this.current.set(true);
    this.lastAnswer.set(Date.now());
  }

  miss(): void {
    this.current.set(false);
  }

  doubt(): void {
    this.current.set(null);
  }
}
