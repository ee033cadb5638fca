import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ClassChip, MillisecondsPipe, StateBadge, Tone, exact, timeOfDay } from 'shared';
import { FrameResult } from '../api/wire';

const MOST_CHIPS = 6;
const STATES: Readonly<Record<FrameResult['status'], Tone>> = {
  pending: 'wait',
  completed: 'ok',
  failed: 'fail',
};

/** One frame's result as a line of the log. */
@Component({
  selector: 'app-frame-row',
  imports: [ClassChip, MillisecondsPipe, RouterLink, StateBadge],
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
      @for (seen of chips(); track seen.label) {
        <ui-class [label]="seen.label" [count]="seen.count" />
      }
      @if (frame().error) {
        <span class="clip error" [title]="frame().error">{{ frame().error }}</span>
      } @else if (chips().length === 0) {
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
  protected readonly exactly = computed(() => exact(this.frame().received_at));
  protected readonly chips = computed(() =>
    Object.entries(this.frame().object_counts)
      .map(([label, count]) => ({ label, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_CHIPS),
  );
}
