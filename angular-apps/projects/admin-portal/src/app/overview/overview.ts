import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AlertsPanel } from '../alerts/alerts-panel';
import { OverTimePanel } from '../analytics/over-time-panel';
import { PerCameraPanel } from '../analytics/per-camera-panel';
import { TypesPanel } from '../analytics/types-panel';
import { CamerasPanel } from '../cameras/cameras-panel';
import { LogPanel } from '../log/log-panel';
import { Tiles } from './tiles';

/** Everything at a glance. */
@Component({
  selector: 'app-overview',
  imports: [AlertsPanel, CamerasPanel, LogPanel, OverTimePanel, PerCameraPanel, Tiles, TypesPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h1 class="visually-hidden">Cameras and what they see</h1>
    <app-tiles class="all" />
    <app-over-time-panel class="time" />
    <app-types-panel class="types" />
    <app-per-camera-panel class="per-camera" />
    <app-cameras-panel class="cameras" />
    <app-alerts-panel class="alerts" />
    <app-log-panel class="all" />
  `,
  styleUrl: './overview.css',
})
export class Overview {}
