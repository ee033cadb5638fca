import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Outcome } from '../store/outcome';

/** What became of the last command, in the row that it was given in. */
@Component({
  selector: 'app-command-outcome',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span role="status">
      @if (outcome(); as outcome) {
        <span class="small" [class]="outcome.tone">{{ outcome.text }}</span>
      }
    </span>
  `,
  styles: `
    .ok {
      color: var(--ok);
    }
    .wait {
      color: var(--wait);
    }
    .fail {
      color: var(--fail);
    }
    .off {
      color: var(--text-2);
    }
  `,
})
export class CommandOutcome {
  readonly outcome = input.required<Outcome | null>();
}
