import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Reading } from '../live/series';
import { Sparkline } from './sparkline';

/** One figure to be read from two metres, with its unit, a remark and the last minutes. */
@Component({
  selector: 'ui-stat',
  imports: [Sparkline],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl>
      <dt>{{ label() }}</dt>
      <dd>
        <span class="value mono">{{ value() }}</span>
        @if (unit()) {
          <span class="unit">{{ unit() }}</span>
        }
      </dd>
    </dl>
    @if (readings(); as readings) {
      <ui-sparkline [label]="label()" [readings]="readings" [second]="second()" />
    }
    <p class="remark">
      @if (second()) {
        <span class="dash" aria-hidden="true"></span>
      }
      {{ remark() }}
    </p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 4px;
      min-width: 0;
      padding: 10px 14px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--panel);
    }
    dt,
    .remark {
      color: var(--text-3);
      font-size: var(--size-xs);
    }
    dl {
      container-type: inline-size;
    }
    dd {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 4px;
    }
    .value {
      font-size: clamp(var(--size-l), 12cqi, var(--size-xl));
      overflow-wrap: anywhere;
      font-weight: 500;
      line-height: 1.15;
    }
    .unit {
      color: var(--text-2);
    }
    .dash {
      display: inline-block;
      width: 14px;
      margin-right: 2px;
      border-top: 2px dashed var(--line-strong);
      vertical-align: middle;
    }
  `,
})
export class StatTile {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly unit = input('');
  readonly remark = input('');
  readonly readings = input<readonly Reading[] | null>(null);
  /** What the remark speaks of, drawn beside. */
  readonly second = input<{ readonly label: string; readonly readings: readonly Reading[] } | null>(
    null,
  );
}
