import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Observable, Subscription } from 'rxjs';
import { problemText } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { FrameResult } from '../api/wire';
import { nextFrame, previousFrame } from './frame-search';

/** The frame that is looked at, and the way to its neighbours that show anything. */
@Injectable()
export class FrameFocus {
  private readonly api = inject(CoordinatorApi);
  private reading: Subscription | undefined;
  private searching: Subscription | undefined;
  private first: { jobId: string; frameId: number } | null = null;

  readonly jobId = signal('');
  readonly frameId = signal<number | null>(null);
  private readonly read = signal<FrameResult | null>(null);

  /** Null while it is not read yet. */
  readonly frame = computed(() => {
    const frame = this.read();
    return frame && frame.frame_id === this.frameId() ? frame : null;
  });
  readonly problem = signal('');
  readonly isSearching = signal(false);
  /** What a search for a neighbour came to, where it found none. */
  readonly searchEnd = signal('');

  constructor() {
    effect(() => {
      const frameId = this.frameId();
      this.jobId();
      untracked(() => this.load(frameId));
    });
    inject(DestroyRef).onDestroy(() => {
      this.reading?.unsubscribe();
      this.searching?.unsubscribe();
    });
  }

  next(found: (frame: FrameResult) => void): void {
    const frameId = this.frameId();
    if (frameId !== null) {
      this.search(nextFrame(this.api, this.jobId(), frameId), 'after', found);
    }
  }

  previous(found: (frame: FrameResult) => void): void {
    const frameId = this.frameId();
    if (frameId === null) {
      return;
    }
    const search = (first: number) =>
      this.search(previousFrame(this.api, this.jobId(), frameId, first), 'before', found);
    if (this.first?.jobId === this.jobId()) {
      search(this.first.frameId);
      return;
    }
    const jobId = this.jobId();
    this.begin(this.api.jobFrames(jobId, { cursor: 0, limit: 1 }), (page) => {
      const frameId = page.items[0]?.frame_id ?? 1;
      this.first = { jobId, frameId };
      search(frameId);
    });
  }

  private search(
    frames: Observable<FrameResult | null>,
    where: 'before' | 'after',
    found: (frame: FrameResult) => void,
  ): void {
    this.begin(frames, (frame) => {
      this.searchEnd.set(frame ? '' : `No frame ${where} this one shows anything.`);
      if (frame) {
        this.read.set(frame);
        found(frame);
      }
    });
  }

  private begin<T>(question: Observable<T>, then: (answer: T) => void): void {
    this.searching?.unsubscribe();
    this.isSearching.set(true);
    this.searching = question.subscribe({
      next: (answer) => {
        this.isSearching.set(false);
        then(answer);
      },
      error: (error: unknown) => {
        this.isSearching.set(false);
        this.searchEnd.set(problemText(error));
      },
    });
  }

  private load(frameId: number | null): void {
    this.reading?.unsubscribe();
    this.problem.set('');
    this.searchEnd.set('');
    if (frameId === null || this.read()?.frame_id === frameId) {
      return;
    }
    this.reading = this.api.frame(frameId).subscribe({
      next: (frame) => this.read.set(frame),
      error: (error: unknown) => this.problem.set(problemText(error)),
    });
  }
}
