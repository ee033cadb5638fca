import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { EmptyState, Panel, whole } from 'shared';
import { Chart } from 'shared/chart';
import { Choice } from '../choice';
import { AnalyticsStore } from '../store/analytics-store';
import { CameraNames } from '../store/camera-names';
import { RANGES } from '../store/series';
import { overTime } from './chart-sets';
import { ceilingOf } from './towering';

/** How many objects were seen, minute by minute or day by day. */
@Component({
  selector: 'app-over-time-panel',
  imports: [Chart, Choice, EmptyState, MatButton, MatButtonToggle, MatButtonToggleGroup, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Over time">
      <app-choice
        panelActions
        label="Camera"
        all="All cameras"
        [names]="names()"
        [value]="store.camera()"
        (valueChange)="store.chooseCamera($event)"
      />
      <mat-button-toggle-group
        panelActions
        aria-label="Range"
        hideSingleSelectionIndicator
        [value]="store.range().name"
        (change)="store.choose($event.value)"
      >
        @for (range of ranges; track range.name) {
          <mat-button-toggle [value]="range.name">{{ range.label }}</mat-button-toggle>
        }
      </mat-button-toggle-group>
      @if (series(); as series) {
        <p class="quiet small sum">
          {{ words() }}
          @if (ceiling(); as ceiling) {
            <button matButton type="button" class="scale" (click)="isWhole.set(!isWhole())">
              {{ isWhole() ? 'Show the usual better' : 'Show it all' }}
            </button>
          }
        </p>
        @if (store.error()) {
          <p class="small error" role="status">
            It could not be read anew: {{ store.error() }} It is tried again.
          </p>
        }
        @defer (on viewport) {
          <ui-chart
            kind="line"
            first="Time"
            [label]="label()"
            [series]="series"
            [ceiling]="isWhole() ? null : ceiling()"
          />
        } @placeholder {
          <div class="room"></div>
        } @error {
          <p class="quiet room" role="status">The chart did not load. Reload the page.</p>
        }
      } @else if (store.error()) {
        <ui-empty-state icon="chart" heading="The analytics could not be read">
          {{ store.error() }}
        </ui-empty-state>
      } @else {
        <p class="quiet room">Loading</p>
      }
    </ui-panel>
  `,
  styles: `
    ui-panel {
      height: 100%;
    }
    .room {
      min-height: 220px;
    }
    .error {
      color: var(--fail);
    }
    .sum {
      min-height: 32px;
      padding: 0 36px 0 0;
      line-height: 32px;
    }
    .scale {
      height: 28px;
      font-size: var(--size-xs);
    }
    @media (max-width: 760px) {
      .sum {
        line-height: 1.5;
      }
    }
    ui-chart {
      --switch-top: -36px;
      min-height: 220px;
    }
  `,
})
export class OverTimePanel {
  protected readonly store = inject(AnalyticsStore);
  protected readonly names = inject(CameraNames).names;
  protected readonly ranges = RANGES;

  protected readonly series = computed(() => {
    const analytics = this.store.analytics();
    return (
      analytics && overTime(analytics.series, this.store.typesInRange(), this.store.shownRange())
    );
  });

  /** Whether the user wants to see also what towers over all else. */
  protected readonly isWhole = signal(false);
  private readonly totals = computed(() =>
    (this.store.analytics()?.series ?? []).map((point) => point.total_vehicles),
  );
  protected readonly ceiling = computed(() => ceilingOf(this.totals()));

  protected readonly words = computed(() => {
    const totals = this.totals();
    const sum = totals.reduce((all, n) => all + n, 0);
    const highest = Math.max(0, ...totals);
    const { bucket } = this.store.shownRange();
    const all = `${whole(sum)} objects, at most ${whole(highest)} in one ${bucket}`;
    const ceiling = this.isWhole() ? null : this.ceiling();
    return ceiling ? `${all}, far above the rest: the scale ends at ${whole(ceiling)}` : all;
  });

  protected readonly label = computed(() => {
    const of = this.store.camera() ? `of ${this.store.camera()}` : 'of all cameras';
    return `Objects ${of} over time, the last ${this.store.shownRange().label}`;
  });
}
