import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ClassChips, Name, StateBadge, exact, timeOfDay } from 'shared';
import { FrameResult } from '../api/wire';
import { exactFrame, frameState, frameTime, inferenceTime } from '../state/frame-words';

/** One frame's result as a line of the log. */
@Component({
  selector: 'app-frame-row',
  imports: [ClassChips, Name, RouterLink, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'row' },
  template: `
    <span role="cell" class="id mono">
      @if (frame().job_id; as job) {
        <a [routerLink]="['/jobs', job, { frame: frame().frame_id }]" [title]="exactly()">{{
          place()
        }}</a>
      } @else {
        <span [title]="exactly()">{{ place() }}</span>
      }
    </span>
    <span role="cell" class="time mono quiet" [title]="received()">{{ time() }}</span>
    <span role="cell" class="worker"><ui-name [name]="frame().worker_id ?? ''" /></span>
    <span role="cell" class="seen">
      @if (frame().error; as error) {
        <span class="clip" [class.error]="state().tone === 'fail'" [title]="error">{{
          error
        }}</span>
      } @else if (sawAnything()) {
        <ui-classes [counts]="frame().object_counts" />
      } @else {
        <span class="quiet">nothing</span>
      }
    </span>
    <span role="cell" class="ms mono">{{ took() }}</span>
    <span role="cell" class="state">
      <ui-state [tone]="state().tone" [label]="state().label" />
    </span>
  `,
  styleUrl: './frame-row.css',
})
export class FrameRow {
  readonly frame = input.required<FrameResult>();

  protected readonly state = computed(() => frameState(this.frame()));
  protected readonly place = computed(() => frameTime(this.frame()));
  protected readonly exactly = computed(() => exactFrame(this.frame()));
  protected readonly took = computed(() => inferenceTime(this.frame()));
  protected readonly time = computed(() => timeOfDay(this.frame().received_at ?? ''));
  protected readonly sawAnything = computed(
    () => Object.keys(this.frame().object_counts).length > 0,
  );
  protected readonly received = computed(() => exact(this.frame().received_at));
}
