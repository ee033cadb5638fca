import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { decimal } from '../format/numbers';
import { Reading } from '../live/series';

const WIDTH = 120;
const HEIGHT = 28;

/** The last minutes of a quantity as a small line, of a second one dashed, on one scale and in words. */
@Component({
  selector: 'ui-sparkline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 120 28" preserveAspectRatio="none" role="img" [attr.aria-label]="words()">
      <polygon [attr.points]="area()" />
      <polyline class="second" [attr.points]="secondLine()" />
      <polyline [attr.points]="line()" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: 28px;
      overflow: visible;
    }
    polyline {
      fill: none;
      stroke: var(--accent);
      stroke-width: 1.5;
      vector-effect: non-scaling-stroke;
    }
    .second {
      stroke: var(--line-strong);
      stroke-dasharray: 3 2;
    }
    polygon {
      fill: var(--accent-soft);
    }
  `,
})
export class Sparkline {
  readonly label = input.required<string>();
  readonly readings = input.required<readonly Reading[]>();
  /** A quantity of the same unit. */
  readonly second = input<{ readonly label: string; readonly readings: readonly Reading[] } | null>(
    null,
  );
  /** How far back the left edge is. */
  readonly spanMs = input(300_000);

  protected readonly line = computed(() => this.points().join(' '));
  protected readonly secondLine = computed(() =>
    this.pointsOf(this.second()?.readings ?? []).join(' '),
  );

  protected readonly area = computed(() => {
    const points = this.points();
    const first = points[0]?.split(',')[0];
    const last = points.at(-1)?.split(',')[0];
    return points.length < 2 ? '' : `${first},${HEIGHT} ${points.join(' ')} ${last},${HEIGHT}`;
  });

  protected readonly words = computed(() => {
    const second = this.second();
    const also = second ? `. ${wordsOf(second.label, second.readings)}` : '';
    return wordsOf(this.label(), this.readings()) + also;
  });

  private readonly highest = computed(() =>
    [...this.readings(), ...(this.second()?.readings ?? [])].reduce(
      (highest, { value }) => Math.max(highest, value),
      1e-9,
    ),
  );
  private readonly points = computed(() => this.pointsOf(this.readings()));

  private pointsOf(readings: readonly Reading[]): readonly string[] {
    const end = readings.at(-1)?.at ?? 0;
    return readings.map((reading) => {
      const x = WIDTH - ((end - reading.at) / this.spanMs()) * WIDTH;
      const y = HEIGHT - 1 - (reading.value / this.highest()) * (HEIGHT - 3);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
  }
}

function wordsOf(label: string, readings: readonly Reading[]): string {
  const values = readings.map(({ value }) => value);
  return values.length === 0
    ? `${label}: no reading yet`
    : `${label}: between ${decimal(Math.min(...values))} and ` +
        `${decimal(Math.max(...values))} in the last minutes`;
}
