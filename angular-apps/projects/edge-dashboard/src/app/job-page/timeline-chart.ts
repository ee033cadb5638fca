import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { ClassChip, decimal, mediaTime } from 'shared';
import { Timeline } from '../api/wire';
import {
  barWidth,
  bars,
  bucketAway,
  bucketText,
  highestAverage,
  shownClasses,
} from './timeline-bars';

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** What was seen over the length of a video, as bars; a click or a key chooses a place. */
@Component({
  selector: 'app-timeline-chart',
  imports: [ClassChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './timeline-chart.html',
  styleUrl: './timeline-chart.css',
})
export class TimelineChart {
  readonly timeline = input.required<Timeline>();
  /** Which bucket is chosen; -1 where none is. */
  readonly at = input(-1);
  /** Whether the job was cancelled: then frames were let go rather than failed. */
  readonly isCancelled = input(false);
  /** The frame of the bucket that was chosen. */
  readonly chosen = output<number>();

  private readonly over = signal(-1);

  protected readonly count = computed(() => this.timeline().buckets.length);
  protected readonly columns = computed(() => {
    const parts = bars(this.timeline());
    return this.timeline().buckets.map((bucket, i) => ({
      parts: parts[i] ?? [],
      width: barWidth(bucket),
      failed: bucket.failed > 0,
    }));
  });
  protected readonly lostWord = computed(() => (this.isCancelled() ? 'cancelled' : 'failed'));
  protected readonly classes = computed(() => shownClasses(this.timeline()));
  protected readonly hasFailed = computed(() => this.columns().some((column) => column.failed));
  protected readonly hasReused = computed(() =>
    this.timeline().buckets.some(({ reused = 0 }) => reused > 0),
  );
  protected readonly highest = computed(() => decimal(highestAverage(this.timeline())));
  protected readonly ends = computed(() => {
    const { from_ms, to_ms } = this.timeline();
    return [from_ms, (from_ms + to_ms) / 2, to_ms].map(mediaTime);
  });
  /** The middle of the chosen bar, in percent from the left. */
  protected readonly mark = computed(() => ((this.at() + 0.5) / this.count()) * 100);
  protected readonly chosenText = computed(() => this.text(this.at()));
  protected readonly readout = computed(
    () => this.text(this.over()) || this.chosenText() || 'Choose a place to see its frame.',
  );

  protected hover(event: PointerEvent): void {
    this.over.set(this.placeOf(event));
    if (event.buttons === 1) {
      this.choose(this.over());
    }
  }

  protected leave(): void {
    this.over.set(-1);
  }

  protected press(event: PointerEvent): void {
    this.choose(this.placeOf(event));
  }

  protected key(event: KeyboardEvent): void {
    const timeline = this.timeline();
    const step = STEPS[event.key];
    if (step !== undefined) {
      this.choose(bucketAway(timeline, this.at(), step));
    } else if (event.key === 'Home') {
      this.choose(bucketAway(timeline, -1, 1));
    } else if (event.key === 'End') {
      this.choose(bucketAway(timeline, this.count(), -1));
    } else {
      return;
    }
    event.preventDefault();
  }

  private choose(at: number): void {
    const frame = this.timeline().buckets[at]?.frame_id ?? null;
    if (frame !== null && at !== this.at()) {
      this.chosen.emit(frame);
    }
  }

  private placeOf(event: PointerEvent): number {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.min(this.count() - 1, Math.max(0, Math.floor(share * this.count())));
  }

  private text(at: number): string {
    const bucket = this.timeline().buckets[at];
    return bucket ? bucketText(bucket, this.lostWord()) : '';
  }
}
