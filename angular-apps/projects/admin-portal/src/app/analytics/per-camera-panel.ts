import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { EmptyState, Panel } from 'shared';
import { Chart } from 'shared/chart';
import { AnalyticsStore } from '../store/analytics-store';
import { perCamera } from './chart-sets';

/** Which cameras counted most since the data began. */
@Component({
  selector: 'app-per-camera-panel',
  imports: [Chart, EmptyState, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Per camera" [note]="note()">
      @if (series().labels.length > 0) {
        @defer (on viewport) {
          <ui-chart kind="rows" first="Camera" label="Objects per camera" [series]="series()" />
        } @placeholder {
          <div class="room"></div>
        } @error {
          <p class="quiet room" role="status">The chart did not load. Reload the page.</p>
        }
      } @else if (store.analytics()) {
        <ui-empty-state icon="chart" heading="Nothing counted yet">
          A camera appears here with its first detection.
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
export class PerCameraPanel {
  protected readonly store = inject(AnalyticsStore);

  private readonly counts = computed(() => this.store.analytics()?.per_camera ?? {});
  protected readonly series = computed(() => perCamera(this.counts()));
  protected readonly note = computed(() => {
    const all = Object.keys(this.counts()).length;
    const shown = this.series().labels.length;
    return all > shown ? `since the start, ${shown} of ${all}` : 'since the start';
  });
}
