import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { WholePipe } from 'shared';
import { ChartSeries } from './chart-series';

/** The values of a chart for those who cannot see it. */
@Component({
  selector: 'ui-chart-table',
  imports: [WholePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="label()">
      <table class="plain">
        <caption class="visually-hidden">
          {{
            label()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ first() }}</th>
            @for (set of series().sets; track set.label) {
              <th scope="col" class="n">{{ set.label }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (label of series().labels; track $index; let row = $index) {
            <tr>
              <th scope="row">{{ label }}</th>
              @for (set of series().sets; track set.label) {
                <td class="n">{{ set.values[row] | whole }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .scroll {
      position: absolute;
      inset: 0;
      overflow: auto;
    }
  `,
})
export class ChartTable {
  readonly label = input.required<string>();
  readonly series = input.required<ChartSeries>();
  readonly first = input('');
}
