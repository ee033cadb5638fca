import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { Chart as Drawing } from 'chart.js';
import { Icon, Theme } from 'shared';
import { configuration, update } from './chart-configuration';
import { ChartKind, ChartSeries } from './chart-series';
import { ChartTable } from './chart-table';

/** A chart that is updated in place, with a table of the same values a click away. */
@Component({
  selector: 'ui-chart',
  imports: [ChartTable, Icon, MatIconButton, MatTooltip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="canvas" [hidden]="asTable()">
      <canvas #canvas role="img" [attr.aria-label]="label()"></canvas>
    </div>
    @if (asTable()) {
      <ui-chart-table [label]="label()" [series]="series()" [first]="first()" />
    }
    <button
      matIconButton
      type="button"
      class="switch"
      [attr.aria-label]="(asTable() ? 'Show as chart: ' : 'Show as table: ') + label()"
      [matTooltip]="asTable() ? 'Show as chart' : 'Show as table'"
      (click)="asTable.set(!asTable())"
    >
      <ui-icon [name]="asTable() ? 'chart' : 'table'" />
    </button>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      flex: 1;
      min-width: 0;
      min-height: 200px;
    }
    .canvas {
      position: absolute;
      inset: 0;
    }
    .switch {
      position: absolute;
      top: var(--switch-top, -42px);
      right: -8px;
    }
  `,
})
export class Chart {
  readonly kind = input.required<ChartKind>();
  readonly series = input.required<ChartSeries>();
  /** What the chart shows, in words. */
  readonly label = input.required<string>();
  /** What the labels are, as the head of the table's first column. */
  readonly first = input('');
  /** Where the scale of values ends, whatever goes beyond; `null` for above the highest. */
  readonly ceiling = input<number | null>(null);

  protected readonly asTable = signal(false);
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly drawing = signal<Drawing | null>(null);

  constructor() {
    const theme = inject(Theme);
    afterNextRender(() =>
      this.drawing.set(new Drawing(this.canvas().nativeElement, configuration(this.kind()))),
    );
    effect(() => {
      theme.isDark();
      const drawing = this.drawing();
      if (drawing) {
        const canvas = this.canvas().nativeElement;
        update(drawing, this.kind(), this.series(), this.ceiling(), canvas);
      }
    });
    inject(DestroyRef).onDestroy(() => this.drawing()?.destroy());
  }
}
