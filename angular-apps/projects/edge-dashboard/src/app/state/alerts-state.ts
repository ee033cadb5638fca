import { Injectable, inject, signal } from '@angular/core';
import { CoordinatorApi } from '../api/coordinator-api';
import { Alert } from '../api/wire';
import { question } from './question';

const MOST_ALERTS = 200;

/** What tells an alert from the others while its count grows. */
export function alertKey(alert: Alert): string {
  return alert.alert_id !== undefined
    ? String(alert.alert_id)
    : [alert.worker_id, alert.alert_labels.join(), alert.job_id, alert.first_frame_id].join(' ');
}

/** The list with one alert as it is now: in its place where it is known, else at the top. */
export function withAlert(alerts: readonly Alert[], alert: Alert): readonly Alert[] {
  const key = alertKey(alert);
  return alerts.some((other) => alertKey(other) === key)
    ? alerts.map((other) => (alertKey(other) === key ? alert : other))
    : [alert, ...alerts].slice(0, MOST_ALERTS);
}

/** The newest alerts, 200 at most. */
@Injectable({ providedIn: 'root' })
export class AlertsState {
  private readonly api = inject(CoordinatorApi);
  private readonly list = signal<readonly Alert[]>([]);

  readonly all = this.list.asReadonly();
  readonly isLoaded = signal(false);

  readonly refresh = question(
    () => this.api.alerts(),
    (alerts) => {
      this.list.set(alerts.slice(0, MOST_ALERTS));
      this.isLoaded.set(true);
    },
  );

  heard(alert: Alert): void {
    this.refresh.hear(
      () => this.list.update((alerts) => withAlert(alerts, alert)),
      alertKey(alert),
    );
  }
}
