import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Subscription } from 'rxjs';
import { decimal } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { FrameResult, Job } from '../api/wire';
import { framePosition, frameTime } from '../state/frame-words';

/** Where a frame that was not inferred has its detections from, and the way there. */
@Component({
  selector: 'app-frame-origin',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="small">
      Not inferred, since it shows nothing new: taken from
      <a [routerLink]="['/jobs', frame().job_id, { frame: sourceId() }]" replaceUrl>{{
        source()
      }}</a>{{ change() }}
    </p>
  `,
})
export class FrameOrigin {
  private readonly api = inject(CoordinatorApi);
  private readonly read = signal<FrameResult | null>(null);
  private reading: Subscription | undefined;

  readonly frame = input.required<FrameResult>();
  readonly job = input<Job | null>(null);

  protected readonly sourceId = computed(() => this.frame().reused_from ?? null);
  /** By its place in the video as the page names frames; by its number until that is known. */
  protected readonly source = computed(() => {
    const frame = this.read();
    return frame && frame.frame_id === this.sourceId()
      ? `frame ${framePosition(frame, this.job())} at ${frameTime(frame)}`
      : `frame no. ${this.sourceId()}`;
  });
  protected readonly change = computed(() => {
    const change = this.frame().change ?? null;
    return change === null ? '' : `, change ${decimal(change * 100)} %`;
  });

  constructor() {
    effect(() => {
      const id = this.sourceId();
      untracked(() => this.load(id));
    });
    inject(DestroyRef).onDestroy(() => this.reading?.unsubscribe());
  }

  private load(id: number | null): void {
    this.reading?.unsubscribe();
    if (id !== null && id !== this.read()?.frame_id) {
      // without an answer its number has to do
      this.reading = this.api
        .frame(id)
        .subscribe({ next: (frame) => this.read.set(frame), error: () => this.read.set(null) });
    }
  }
}
