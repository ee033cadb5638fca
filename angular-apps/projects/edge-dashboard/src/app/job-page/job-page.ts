import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { ClassBars, EmptyState, Icon, Name, Panel, whole } from 'shared';
import { FailedFrames } from './failed-frames';
import { FrameFocus } from './frame-focus';
import { FrameViewer } from './frame-viewer';
import { JobDetail } from './job-detail';
import { JobHead } from './job-head';
import { bucketOf, fullestFrame } from './timeline-bars';
import { TimelineChart } from './timeline-chart';

/** One job: how it went, what was seen when, and every frame of it. */
@Component({
  selector: 'app-job-page',
  imports: [
    ClassBars,
    EmptyState,
    FailedFrames,
    FrameViewer,
    Icon,
    JobHead,
    Name,
    Panel,
    RouterLink,
    TimelineChart,
  ],
  providers: [JobDetail, FrameFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './job-page.html',
  styleUrl: './job-page.css',
})
export class JobPage {
  private readonly router = inject(Router);
  private readonly title = inject(Title);
  protected readonly detail = inject(JobDetail);
  protected readonly focus = inject(FrameFocus);

  readonly id = input.required<string>();
  /** The frame that the address names. */
  readonly frame = input<string>();

  /** What is shown before anybody chose; it stays while the job goes on. */
  private readonly first = linkedSignal<{ id: string; fullest: number | null }, number | null>({
    source: () => {
      const timeline = this.detail.timeline();
      return { id: this.id(), fullest: timeline ? fullestFrame(timeline) : null };
    },
    computation: (now, before) =>
      before && before.source.id === now.id && before.value !== null ? before.value : now.fullest,
  });

  protected readonly at = computed(() => {
    const timeline = this.detail.timeline();
    const media = this.focus.frame()?.media_time_ms ?? null;
    return timeline ? bucketOf(timeline, this.focus.frameId(), media) : -1;
  });

  protected readonly total = computed(() => {
    const counts = Object.values(this.detail.timeline()?.object_counts ?? {});
    return counts.length > 0 ? whole(counts.reduce((sum, n) => sum + n, 0)) : '';
  });

  constructor() {
    effect(() => {
      this.detail.id.set(this.id());
      this.focus.jobId.set(this.id());
    });
    effect(() => {
      const named = Number(this.frame());
      this.focus.frameId.set(Number.isSafeInteger(named) && named > 0 ? named : this.first());
    });
    effect(() => {
      const name = this.detail.job()?.filename ?? 'Job';
      this.title.setTitle(`${name} · Edge coordinator`);
    });
  }

  /** Puts the frame into the address, so that it can be sent to somebody. */
  protected choose(frame: number): void {
    void this.router.navigate(['/jobs', this.id(), { frame }], { replaceUrl: true });
  }

  protected leave(): void {
    void this.router.navigate(['/']);
  }
}
