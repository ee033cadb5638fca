import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { classColour } from '../format/class-colour';
import { percent, whole } from '../format/numbers';
import { ClassChip } from './class-chip';

/** How often each class was seen: a bar, a count and a share per class, the most frequent first. */
@Component({
  selector: 'ui-class-bars',
  imports: [ClassChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table>
      <caption class="visually-hidden">
        {{
          caption()
        }}
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Class</th>
          <th scope="col">Share of the most frequent</th>
          <th scope="col">Count</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.label) {
          <tr>
            <th scope="row"><ui-class [label]="row.label" /></th>
            <td class="bar">
              <span [style.width.%]="row.width" [style.background]="row.colour"></span>
            </td>
            <td class="n mono">{{ row.count }}</td>
            <td class="n mono quiet">{{ row.share }}</td>
          </tr>
        }
      </tbody>
    </table>
    @if (left() > 0) {
      <p class="quiet small">and {{ left() }} more classes</p>
    }
  `,
  styles: `
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th {
      padding: 3px 8px 3px 0;
      font-weight: 400;
      text-align: left;
      max-width: 160px;
      overflow: hidden;
    }
    .bar {
      width: 60%;
    }
    .bar span {
      display: block;
      min-width: 2px;
      height: 10px;
      border-radius: 2px;
    }
    .n {
      padding-left: 8px;
      font-size: var(--size-xs);
      text-align: right;
      white-space: nowrap;
    }
  `,
})
export class ClassBars {
  readonly counts = input.required<Readonly<Record<string, number>>>();
  readonly caption = input('Objects by class');
  /** How many classes have a row of their own. */
  readonly most = input(12);

  private readonly sorted = computed(() =>
    Object.entries(this.counts()).sort(([a, n], [b, m]) => m - n || a.localeCompare(b)),
  );

  protected readonly left = computed(() => Math.max(0, this.sorted().length - this.most()));

  protected readonly rows = computed(() => {
    const sorted = this.sorted();
    const sum = sorted.reduce((all, [, n]) => all + n, 0);
    const highest = sorted[0]?.[1] ?? 0;
    return sorted.slice(0, this.most()).map(([label, n]) => ({
      label,
      colour: classColour(label),
      width: highest > 0 ? (n / highest) * 100 : 0,
      count: whole(n),
      share: percent(sum > 0 ? n / sum : 0),
    }));
  });
}
