import { Signal, WritableSignal, computed, signal } from '@angular/core';
import { UploadOptions } from '../api/coordinator-api';

/** `refused` is the server's word or a wrong kind of file; `broken` is a connection that ended. */
export type UploadState = 'waiting' | 'uploading' | 'storing' | 'refused' | 'broken' | 'cancelled';

const RATE_SPAN_MS = 4_000;
const STEADY_AFTER_MS = 1_500;
const MOST_MARKS = 100;

interface Mark {
  readonly at: number;
  readonly sent: number;
}

let count = 0;

/** One file on its way to the server. */
export class UploadItem {
  readonly id = ++count;
  readonly state: WritableSignal<UploadState> = signal('waiting');
  /** Why it did not go, in words. */
  readonly problem = signal('');
  /** Whether the same file may well be taken another time. */
  readonly canRetry = signal(false);
  /** Whether something is still to be done for it. */
  readonly isOpen = computed(() => ['waiting', 'uploading', 'storing'].includes(this.state()));
  readonly sent = signal(0);
  private readonly marks = signal<readonly Mark[]>([]);

  readonly percent = computed(() =>
    this.file.size > 0 ? Math.min(100, (this.sent() / this.file.size) * 100) : 0,
  );

  /** Bytes per second over the last seconds; null until that is steady. */
  readonly rate: Signal<number | null> = computed(() => {
    const marks = this.marks();
    const [first, last] = [marks[0], marks.at(-1)];
    if (!first || !last || last.at - first.at < STEADY_AFTER_MS) {
      return null;
    }
    return ((last.sent - first.sent) / (last.at - first.at)) * 1000;
  });

  readonly secondsLeft = computed(() => {
    const rate = this.rate();
    return rate ? Math.ceil((this.file.size - this.sent()) / rate) : null;
  });

  constructor(
    readonly file: File,
    readonly options: UploadOptions,
  ) {}

  begin(): void {
    this.state.set('uploading');
    this.problem.set('');
    this.sent.set(0);
    this.marks.set([{ at: Date.now(), sent: 0 }]);
  }

  /** Takes how many bytes have gone; the form around the file counts for a few of them. */
  advance(bytes: number): void {
    const at = Date.now();
    const sent = Math.min(bytes, this.file.size);
    this.sent.set(sent);
    this.marks.update((marks) =>
      [...marks.filter((mark) => mark.at >= at - RATE_SPAN_MS), { at, sent }].slice(-MOST_MARKS),
    );
    if (sent >= this.file.size) {
      this.state.set('storing');
    }
  }

  end(state: UploadState, problem: string, canRetry = false): void {
    this.state.set(state);
    this.problem.set(problem);
    this.canRetry.set(canRetry);
  }
}
