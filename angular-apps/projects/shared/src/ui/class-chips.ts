import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ClassChip } from './class-chip';

/** How many classes are named in a line, by its width; the style has the widths. */
const TIERS = [2, 3, 5, 8] as const;

/** What was seen at one moment in one line: the most frequent classes, and how many more there are. */
@Component({
  selector: 'ui-classes',
  imports: [ClassChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="line" [title]="words()">
      @for (seen of shown(); track seen[0]) {
        <ui-class [label]="seen[0]" [count]="seen[1]" />
      }
      @for (rest of rests(); track rest.tier) {
        <span class="quiet mono" [class]="'more at-' + rest.tier">+{{ rest.left }}</span>
      }
    </span>
  `,
  styleUrl: './class-chips.css',
})
export class ClassChips {
  readonly counts = input.required<Readonly<Record<string, number>>>();

  private readonly sorted = computed(() =>
    Object.entries(this.counts()).sort(([a, n], [b, m]) => m - n || a.localeCompare(b)),
  );
  protected readonly shown = computed(() => this.sorted().slice(0, Math.max(...TIERS)));
  protected readonly rests = computed(() =>
    TIERS.map((tier) => ({ tier, left: this.sorted().length - tier })).filter(
      ({ left }) => left > 0,
    ),
  );
  protected readonly words = computed(() =>
    this.sorted()
      .map(([label, n]) => `${label} ${n}`)
      .join(', '),
  );
}
