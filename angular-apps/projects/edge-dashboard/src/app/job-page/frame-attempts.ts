import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Name, StateBadge, exact, milliseconds, timeOfDay } from 'shared';
import { Attempt } from '../api/wire';
import { attemptMs, outcomeView } from './attempt-view';

/** The attempts at a frame in the order in which they began: who had it, when, and what came of it. */
@Component({
  selector: 'app-frame-attempts',
  imports: [Name, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3 class="small">Attempts</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="Attempts at this frame">
      <ol class="small">
        @for (attempt of shown(); track $index) {
          <li>
            <ui-name class="worker" [name]="attempt.worker" />
            <ui-state
              [tone]="attempt.outcome.tone"
              [label]="attempt.outcome.label"
              [title]="attempt.outcome.meaning"
            />
            <span class="mono when" [title]="attempt.exact">{{ attempt.at }}</span>
            <span class="mono took">{{ attempt.took }}</span>
            @if (attempt.remark) {
              <span class="remark quiet">{{ attempt.remark }}</span>
            }
          </li>
        }
      </ol>
    </div>
  `,
  styles: `
    h3 {
      margin-bottom: 2px;
      color: var(--text-3);
      font-weight: 400;
    }
    .scroll {
      overflow-y: auto;
      max-height: 200px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto auto;
      align-items: baseline;
      gap: 0 10px;
      padding: 4px 0;
      border-top: 1px solid var(--line);
    }
    .took {
      min-width: 7ch;
      text-align: right;
    }
    .remark {
      grid-column: 1 / -1;
      overflow-wrap: anywhere;
    }
  `,
})
export class FrameAttempts {
  readonly attempts = input.required<readonly Attempt[]>();

  protected readonly shown = computed(() =>
    this.attempts().map((attempt) => ({
      worker: attempt.worker_id,
      outcome: outcomeView(attempt.outcome),
      at: timeOfDay(attempt.started_at),
      exact: exact(attempt.started_at),
      took: attempt.ended_at === null ? 'still out' : milliseconds(attemptMs(attempt)),
      remark: [
        attempt.hedge ? 'Sent to a second worker because the first was slow (a hedge).' : '',
        attempt.reason ?? '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    })),
  );
}
