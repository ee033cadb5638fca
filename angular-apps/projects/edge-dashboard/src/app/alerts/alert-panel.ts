import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { AlertFeed, Panel } from 'shared';
import { AlertsState } from '../state/alerts-state';
import { alertEntry } from './alert-view';

/** What a person should look at. */
@Component({
  selector: 'app-alert-panel',
  imports: [AlertFeed, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Alerts">
      @if (alerts.isLoaded()) {
        <ui-alert-feed
          [alerts]="entries()"
          emptyHeading="No alert"
          emptyHint="A person beside a truck, a crowded street or a slow worker shows here."
        />
      } @else {
        <p class="quiet">Loading</p>
      }
    </ui-panel>
  `,
})
export class AlertPanel {
  protected readonly alerts = inject(AlertsState);
  protected readonly entries = computed(() => this.alerts.all().map(alertEntry));
}
