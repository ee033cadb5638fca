import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ClassChips, Clock, Name, WholePipe, exact } from 'shared';
import { LogEntry } from '../store/log-entry';
import { stamp } from './stamp';

/** One event of the log: when, where, how many and of which classes. */
@Component({
  selector: 'app-log-row',
  imports: [ClassChips, Name, WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'row' },
  template: `
    <time class="mono quiet" role="cell" [attr.datetime]="entry().timestamp" [title]="title()">{{
      time()
    }}</time>
    <span class="mono camera" role="cell"><ui-name [name]="entry().camera_id" /></span>
    <span class="mono total" role="cell">{{ entry().total | whole }}</span>
    <span class="classes" role="cell">
      @if (entry().total > 0) {
        <ui-classes [counts]="entry().counts" />
      } @else {
        <span class="quiet">nothing seen</span>
      }
    </span>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 186px minmax(100px, 200px) 64px minmax(0, 1fr);
      align-items: center;
      gap: 0 12px;
      height: 100%;
    }
    .camera {
      display: flex;
      min-width: 0;
    }
    .total {
      text-align: right;
    }
    @media (max-width: 760px) {
      :host {
        grid-template:
          'time camera total' auto 'classes classes classes' auto / auto minmax(0, 1fr)
          auto;
        align-content: center;
      }
      .classes {
        grid-area: classes;
      }
    }
  `,
})
export class LogRow {
  private readonly clock = inject(Clock);

  readonly entry = input.required<LogEntry>();

  /** The date goes with what is not of today. */
  protected readonly time = computed(() => stamp(this.entry().at, this.clock.now()));
  protected readonly title = computed(() => exact(this.entry().timestamp));
}
