import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Clock, NOTHING, StatTile, ago, exact, whole } from 'shared';
import { AlertStore } from '../store/alert-store';
import { AnalyticsStore } from '../store/analytics-store';
import { CameraStore } from '../store/camera-store';

/** The four figures that are read from two metres. */
@Component({
  selector: 'app-tiles',
  imports: [StatTile],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-stat label="Objects counted" [value]="total()" remark="by all cameras since the start" />
    <ui-stat label="Cameras online" [value]="online()" [remark]="others()" />
    <ui-stat label="Last event" [value]="lastEvent()" [remark]="lastEventExact()" />
    <ui-stat label="Alerts today" [value]="alertsToday()" [remark]="critical()" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
      gap: var(--gap);
    }
  `,
})
export class Tiles {
  private readonly alerts = inject(AlertStore);
  private readonly analytics = inject(AnalyticsStore);
  private readonly cameras = inject(CameraStore);
  private readonly clock = inject(Clock);

  protected readonly total = computed(() => whole(this.analytics.analytics()?.total_vehicles));

  protected readonly online = computed(() => {
    const cameras = this.cameras.cameras();
    return cameras ? `${whole(this.cameras.online())} of ${whole(cameras.length)}` : NOTHING;
  });

  /** What the others are: one that was stopped is not lost. */
  protected readonly others = computed(() => {
    const cameras = this.cameras.cameras();
    if (!cameras) {
      return '';
    }
    const stopped = this.cameras.stopped();
    const kinds: readonly (readonly [number, string])[] = [
      [stopped, 'stopped'],
      [cameras.length - this.cameras.online() - stopped, 'offline'],
      [this.cameras.blind(), 'without picture'],
    ];
    const told = kinds.filter(([n]) => n > 0).map(([n, kind]) => `${whole(n)} ${kind}`);
    return cameras.length === 0 ? 'none registered yet' : told.join(', ') || 'all';
  });

  protected readonly lastEvent = computed(() => {
    const at = this.analytics.lastEvent();
    return this.analytics.analytics() && !at ? 'none yet' : ago(at, this.clock.now());
  });

  protected readonly lastEventExact = computed(() => {
    const at = this.analytics.lastEvent();
    return at ? exact(at) : '';
  });

  protected readonly alertsToday = computed(() => {
    const { all, isAtLeast } = this.alerts.today();
    return this.alerts.isLoaded() ? `${whole(all)}${isAtLeast ? '+' : ''}` : NOTHING;
  });

  protected readonly critical = computed(() => {
    const { critical, isAtLeast } = this.alerts.today();
    const unseen = this.alerts.unseen().length;
    const open = unseen > 0 ? `, ${whole(unseen)} not acknowledged` : '';
    return this.alerts.isLoaded()
      ? `${whole(critical)}${isAtLeast ? '+' : ''} critical${open}`
      : '';
  });
}
