import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { ClassChip, Icon, NOTHING, Name, Panel, duration, fineMediaTime, percent } from 'shared';
import { Job } from '../api/wire';
import {
  exactFrame,
  framePosition,
  inferenceTime,
  isCancelled,
  isReused,
} from '../state/frame-words';
import { FrameAttempts } from './frame-attempts';
import { FrameFocus } from './frame-focus';
import { FrameOrigin } from './frame-origin';
import { FramePicture } from './frame-picture';
import { FrameShare } from './frame-share';

/** The frame that is looked at: its picture, what was found in it, and the way to its neighbours. */
@Component({
  selector: 'app-frame-viewer',
  imports: [
    ClassChip,
    FrameAttempts,
    FrameOrigin,
    FrameShare,
    Icon,
    MatButton,
    MatIconButton,
    MatTooltip,
    Name,
    Panel,
  ],
  providers: [FramePicture],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './frame-viewer.html',
  styleUrl: './frame-viewer.css',
})
export class FrameViewer {
  protected readonly focus = inject(FrameFocus);
  protected readonly picture = inject(FramePicture);

  readonly job = input<Job | null>(null);
  /** The neighbour that was asked for. */
  readonly chosen = output<number>();

  protected readonly isAnnotated = signal(true);

  protected readonly isCancelled = isCancelled;
  protected readonly isReused = isReused;
  protected readonly inference = inferenceTime;
  protected readonly time = computed(() => {
    const time = this.focus.frame()?.media_time_ms ?? null;
    return time === null ? NOTHING : fineMediaTime(time);
  });
  protected readonly position = computed(() => {
    const frame = this.focus.frame();
    return frame ? framePosition(frame, this.job()) : NOTHING;
  });
  protected readonly exactly = computed(() => {
    const frame = this.focus.frame();
    return frame ? exactFrame(frame) : '';
  });
  protected readonly place = computed(() => {
    const frame = this.focus.frame();
    return frame ? `${this.position()}, at ${this.time()}` : '';
  });
  protected readonly waitText = computed(() => {
    const seconds = this.picture.waited();
    return seconds < 2 ? 'Loading the frame' : `Loading the frame: ${duration(seconds)} so far`;
  });

  /** Where there is more to tell than that the first attempt went well. */
  protected readonly log = computed(() => {
    const frame = this.focus.frame();
    const log = frame?.attempt_log ?? [];
    return log.length > 1 || (log.length === 1 && frame?.status === 'failed') ? log : null;
  });

  protected readonly detections = computed(() =>
    [...(this.focus.frame()?.detections ?? [])]
      .sort((a, b) => b.confidence - a.confidence)
      .map(({ label, confidence, box }) => ({
        label,
        share: percent(confidence),
        place: `${box.x1}, ${box.y1} – ${box.x2}, ${box.y2}`,
      })),
  );

  protected readonly alternative = computed(() => {
    const seen = Object.entries(this.focus.frame()?.object_counts ?? {})
      .map(([label, count]) => `${count} ${label}`)
      .join(', ');
    const frame = this.focus.frame();
    const origin = frame && isReused(frame) ? ', not inferred' : '';
    return `Frame ${this.place()}${origin}: ${seen || 'nothing detected'}`;
  });

  constructor() {
    effect(() => {
      const [jobId, frameId] = [this.focus.jobId(), this.focus.frameId()];
      const annotated = this.isAnnotated();
      untracked(() =>
        this.picture.wanted.set(frameId === null ? null : { jobId, frameId, annotated }),
      );
    });
  }

  protected previous(): void {
    this.focus.previous((frame) => this.chosen.emit(frame.frame_id));
  }

  protected next(): void {
    this.focus.next((frame) => this.chosen.emit(frame.frame_id));
  }
}
