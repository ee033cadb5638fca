import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ago, exact } from '../format/times';
import { Clock } from '../live/clock';

/** "12 s ago", living; the exact time on hover. */
@Component({
  selector: 'ui-ago',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<time [attr.datetime]="at()" [attr.title]="title()">{{ text() }}</time>`,
  styles: `
    time {
      font-family: var(--mono);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `,
})
export class RelativeTime {
  private readonly clock = inject(Clock);

  readonly at = input.required<string | null>();

  protected readonly text = computed(() => ago(this.at(), this.clock.now()));
  protected readonly title = computed(() => exact(this.at()));
}
