import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ClassBars, Panel } from 'shared';
import { Chart } from 'shared/chart';

/** Everything at a glance. */
@Component({
  selector: 'app-overview',
  imports: [Chart, ClassBars, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Detections by class"
      ><ui-class-bars [counts]="{ car: 4, bus: 2 }"
    /></ui-panel>
    <ui-panel heading="Over time">
      @defer {
        <ui-chart kind="bar" label="x" [series]="{ labels: [], sets: [] }" />
      }
    </ui-panel>
  `,
})
export class Overview {}
