import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { AlertFeed, Panel } from 'shared';
import { OverTimePanel } from '../analytics/over-time-panel';
import { PerCameraPanel } from '../analytics/per-camera-panel';
import { TypesPanel } from '../analytics/types-panel';
import { CamerasPanel } from '../cameras/cameras-panel';
import { LogPanel } from '../log/log-panel';
import { AlertStore } from '../store/alert-store';
import { Tiles } from './tiles';

/** Everything at a glance. */
@Component({
  selector: 'app-overview',
  imports: [
    AlertFeed,
    CamerasPanel,
    LogPanel,
    OverTimePanel,
    Panel,
    PerCameraPanel,
    Tiles,
    TypesPanel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h1 class="visually-hidden">Cameras and what they see</h1>
    <app-tiles class="all" />
    <app-over-time-panel class="time" />
    <app-types-panel class="types" />
    <app-per-camera-panel class="per-camera" />
    <app-cameras-panel class="cameras" />
    <ui-panel class="alerts" heading="Alerts" [note]="alerts.isLoaded() ? '' : 'loading'">
      @if (alerts.error() && !alerts.isLoaded()) {
        <p class="error">The alerts could not be read: {{ alerts.error() }}</p>
      } @else if (alerts.isLoaded()) {
        <ui-alert-feed
          [alerts]="alerts.entries()"
          emptyHint="What the cameras warn of appears here."
        />
      }
    </ui-panel>
    <app-log-panel class="all" />
  `,
  styleUrl: './overview.css',
})
export class Overview {
  protected readonly alerts = inject(AlertStore);
}
