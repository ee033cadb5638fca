import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ClassChips, MillisecondsPipe, StateBadge, Tone, exact, timeOfDay } from 'shared';
import { FrameResult } from '../api/wire';

const STATES: Readonly<Record<FrameResult['status'], Tone>> = {
  pending: 'wait',
  completed: 'ok',
  failed: 'fail',
};

/** One frame's result as a line of the log. */
@Component({
  selector: 'app-frame-row',
  imports: [ClassChips, MillisecondsPipe, RouterLink, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'row' },
  template: `
    <span role="cell" class="id mono">
      @if (frame().job_id; as job) {
        <a [routerLink]="['/jobs', job, { frame: frame().frame_id }]">{{ frame().frame_id }}</a>
      } @else {
        {{ frame().frame_id }}
      }
    </span>
    <span role="cell" class="time mono quiet" [title]="exactly()">{{ time() }}</span>
    <span role="cell" class="worker clip" [title]="frame().worker_id ?? ''">{{
      frame().worker_id
    }}</span>
    <span role="cell" class="seen">
      @if (frame().error; as error) {
        <span class="clip error" [title]="error">{{ error }}</span>
      } @else if (sawAnything()) {
        <ui-classes [counts]="frame().object_counts" />
      } @else {
        <span class="quiet">nothing</span>
      }
    </span>
    <span role="cell" class="ms mono">{{ frame().processing_time_ms | ms }}</span>
    <span role="cell" class="state">
      <ui-state [tone]="tone()" [label]="frame().status" />
    </span>
  `,
  styleUrl: './frame-row.css',
})
export class FrameRow {
  readonly frame = input.required<FrameResult>();

  protected readonly tone = computed(() => STATES[this.frame().status]);
  protected readonly time = computed(() => timeOfDay(this.frame().received_at ?? ''));
  protected readonly sawAnything = computed(
    () => Object.keys(this.frame().object_counts).length > 0,
  );
  protected readonly exactly = computed(() => exact(this.frame().received_at));
}
