import { Injectable, inject, signal } from '@angular/core';
import { whole } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { FrameResult, ResultsBatch, ResultsSummary } from '../api/wire';
import { question } from './question';

/** How many frames the log keeps. */
export const MOST_FRAMES = 2_000;

function newestFirst(a: FrameResult, b: FrameResult): number {
  const [first, second] = [a.received_at ?? '', b.received_at ?? ''];
  return first === second ? b.frame_id - a.frame_id : first < second ? 1 : -1;
}

/** The log with frames that have come: each once, newest first, 2,000 at most. */
export function withFrames(
  log: readonly FrameResult[],
  frames: readonly FrameResult[],
): readonly FrameResult[] {
  const come = new Set(frames.map((frame) => frame.frame_id));
  return [...log.filter((frame) => !come.has(frame.frame_id)), ...frames]
    .sort(newestFirst)
    .slice(0, MOST_FRAMES);
}

/** `2,071 frames so far, 32 of removed jobs`: what a total counts that the jobs do not. */
export function framesSoFar({ total_frames, removed_frames }: ResultsSummary): string {
  const frames = `${whole(total_frames)} frames so far`;
  return removed_frames > 0 ? `${frames}, ${whole(removed_frames)} of removed jobs` : frames;
}

/** The totals of all results and the newest frames. */
@Injectable({ providedIn: 'root' })
export class ResultsState {
  private readonly api = inject(CoordinatorApi);
  private readonly totals = signal<ResultsSummary | null>(null);
  private readonly log = signal<readonly FrameResult[]>([]);
  private readonly leftOut = signal(0);
  private framesAtTotal = -1;
  private isHeld = false;

  readonly summary = this.totals.asReadonly();
  readonly frames = this.log.asReadonly();
  /** How many frames came too fast to be shown one by one since the log was last read whole. */
  readonly skipped = this.leftOut.asReadonly();
  readonly isLoaded = signal(false);
  /** When frames last came. */
  readonly lastFrameAt = signal(0);

  readonly refresh = question(
    () => this.api.summary(),
    (summary) => this.takeSummary(summary),
  );

  private readonly frameRefresh = question(
    () => this.api.newestFrames(),
    (frames) => {
      this.log.set(withFrames([], frames));
      this.leftOut.set(0);
      this.isLoaded.set(true);
    },
  );

  /** Leaves the frames, which are many, until the push is there or is known not to come. */
  hold(): void {
    this.isHeld = true;
  }

  /** Ends the waiting for a push. */
  release(): void {
    if (this.isHeld) {
      this.readWhole();
    }
  }

  /** Has totals and frames read once, also where the totals did not move. */
  readWhole(): void {
    this.isHeld = false;
    this.framesAtTotal = -1;
    this.refresh.restart();
  }

  heard(batch: ResultsBatch): void {
    this.lastFrameAt.set(Date.now());
    this.refresh.hear(() => this.totals.set(batch), 'totals');
    this.frameRefresh.hear(() => {
      this.log.update((log) => withFrames(log, batch.frames));
      this.leftOut.update((skipped) => skipped + batch.skipped);
    });
  }

  private takeSummary(summary: ResultsSummary): void {
    const before = this.totals()?.total_frames;
    if (before !== undefined && summary.total_frames > before) {
      this.lastFrameAt.set(Date.now());
    }
    this.totals.set(summary);
    if (!this.isHeld && summary.total_frames !== this.framesAtTotal) {
      this.framesAtTotal = summary.total_frames;
      this.frameRefresh.run();
    }
  }
}
