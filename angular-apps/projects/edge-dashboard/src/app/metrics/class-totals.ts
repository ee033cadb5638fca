import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { ClassBars, EmptyState, Panel, whole } from 'shared';
import { ResultsState, framesSoFar } from '../state/results-state';

/** How often each class was seen in all results together. */
@Component({
  selector: 'app-class-totals',
  imports: [ClassBars, EmptyState, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Detections by class" [note]="total()">
      @if (summary(); as summary) {
        @if (summary.total_detections > 0) {
          <ui-class-bars [counts]="summary.object_counts" caption="Detections by class" />
        } @else {
          <ui-empty-state icon="chart" heading="Nothing detected yet">
            Upload a video; what its frames show is counted here.
          </ui-empty-state>
        }
      } @else {
        <p class="quiet">Loading</p>
      }
    </ui-panel>
  `,
})
export class ClassTotals {
  protected readonly summary = inject(ResultsState).summary;
  protected readonly total = computed(() => {
    const summary = this.summary();
    return summary && summary.total_detections > 0
      ? `${whole(summary.total_detections)} in ${framesSoFar(summary)}`
      : '';
  });
}
