import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { decimal } from '../format/numbers';
import { Reading } from '../live/series';

const WIDTH = 120;
const HEIGHT = 28;

/** The last minutes of one quantity as a small line, with its least and greatest in words. */
@Component({
  selector: 'ui-sparkline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 120 28" preserveAspectRatio="none" role="img" [attr.aria-label]="words()">
      <polygon [attr.points]="area()" />
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
    polygon {
      fill: var(--accent-soft);
    }
  `,
})
export class Sparkline {
  readonly label = input.required<string>();
  readonly readings = input.required<readonly Reading[]>();
  /** How far back the left edge is. */
  readonly spanMs = input(300_000);

  protected readonly line = computed(() => this.points().join(' '));

  protected readonly area = computed(() => {
    const points = this.points();
    const first = points[0]?.split(',')[0];
    const last = points.at(-1)?.split(',')[0];
    return points.length < 2 ? '' : `${first},${HEIGHT} ${points.join(' ')} ${last},${HEIGHT}`;
  });

  protected readonly words = computed(() => {
    const values = this.readings().map((reading) => reading.value);
    return values.length === 0
      ? `${this.label()}: no reading yet`
      : `${this.label()}: between ${decimal(Math.min(...values))} and ` +
          `${decimal(Math.max(...values))} in the last minutes`;
  });

  private readonly points = computed(() => {
    const readings = this.readings();
    const end = readings.at(-1)?.at ?? 0;
    const highest = Math.max(...readings.map((reading) => reading.value), 1e-9);
    return readings.map((reading) => {
      const x = WIDTH - ((end - reading.at) / this.spanMs()) * WIDTH;
      const y = HEIGHT - 1 - (reading.value / highest) * (HEIGHT - 3);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
  });
}
