import { Injectable, computed, inject, signal } from '@angular/core';
import { AlertEntry, Clock, Refresh, problemText } from 'shared';
import { Observable, Subject } from 'rxjs';
import { AdminApi } from '../api/admin-api';
import { CameraAlert } from '../api/wire';
import { AlertsToday, alertsToday, entriesOf } from './alert-entries';

/** As many as the server lists. */
export const MOST_ALERTS = 200;

/** The alerts of all cameras, the newest first, 200 at most. */
@Injectable({ providedIn: 'root' })
export class AlertStore {
  private readonly api = inject(AdminApi);
  private readonly clock = inject(Clock);
  private readonly list = signal<readonly CameraAlert[] | null>(null);
  private readonly failure = signal('');
  private readonly raised = new Subject<AlertEntry>();
  private readonly refreshing = new Refresh(() => this.api.alerts(), {
    take: (alerts) => this.take(alerts),
    fail: (error) => this.failure.set(problemText(error)),
  });
  private isAnnouncing = false;

  readonly error = this.failure.asReadonly();
  readonly isLoaded = computed(() => this.list() !== null);
  readonly entries = computed(() => entriesOf(this.list() ?? []));
  /** Alerts that came in while the user is here. */
  readonly news: Observable<AlertEntry> = this.raised;
  private readonly midnight = computed(() => new Date(this.clock.now()).setHours(0, 0, 0, 0));
  readonly today = computed<AlertsToday>(() => alertsToday(this.entries(), this.midnight()));

  /** Asks for the alerts; those that are new are news only where nobody else tells of them. */
  refresh(isAnnouncing = false): void {
    this.isAnnouncing = isAnnouncing;
    this.refreshing.run();
  }

  hear(alert: CameraAlert): void {
    this.set([alert, ...(this.list() ?? [])], true);
    if (this.refreshing.isInFlight) {
      this.refreshing.run();
    }
  }

  private take(alerts: readonly CameraAlert[]): void {
    this.failure.set('');
    this.set(alerts, this.isAnnouncing && this.isLoaded());
  }

  private set(alerts: readonly CameraAlert[], isAnnounced: boolean): void {
    const known = new Set(this.entries().map(({ key }) => key));
    this.list.set(alerts.slice(0, MOST_ALERTS));
    if (isAnnounced) {
      const fresh = this.entries().filter(({ key }) => !known.has(key));
      fresh.reverse().forEach((entry) => this.raised.next(entry));
    }
  }
}
