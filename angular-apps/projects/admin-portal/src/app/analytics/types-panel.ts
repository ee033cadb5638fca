import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { EmptyState, Panel } from 'shared';
import { Chart } from 'shared/chart';
import { AnalyticsStore } from '../store/analytics-store';
import { byType } from './chart-sets';

/** Which types of objects were seen within the range that is chosen. */
@Component({
  selector: 'app-types-panel',
  imports: [Chart, EmptyState, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="By type" [note]="note()">
      @if (series().labels.length > 0) {
        @defer (on viewport) {
          <ui-chart kind="doughnut" first="Type" [label]="label()" [series]="series()" />
        } @placeholder {
          <div class="room"></div>
        } @error {
          <p class="quiet room" role="status">The chart did not load. Reload the page.</p>
        }
      } @else if (store.analytics()) {
        <ui-empty-state icon="chart" heading="Nothing seen in this time">
          Choose a longer range, or see below whether the cameras are online.
        </ui-empty-state>
      } @else {
        <p class="quiet room">{{ store.error() ? '' : 'Loading' }}</p>
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
  `,
})
export class TypesPanel {
  protected readonly store = inject(AnalyticsStore);

  protected readonly series = computed(() => byType(this.store.typesInRange()));
  protected readonly note = computed(() => `last ${this.store.shownRange().label}`);
  protected readonly label = computed(
    () => `Objects by type, ${this.note()}${this.store.camera() && `, ${this.store.camera()}`}`,
  );
}
