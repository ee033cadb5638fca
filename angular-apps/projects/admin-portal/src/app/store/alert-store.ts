import { Injectable, computed, inject, signal } from '@angular/core';
import { Clock, Mutes, Refresh, Toasts, kindOf, problemText } from 'shared';
import { Observable, Subject, from, map, mergeMap } from 'rxjs';
import { AdminApi } from '../api/admin-api';
import { CameraAlert } from '../api/wire';
import { AlertsToday, CameraAlertEntry, alertsToday, entriesOf } from './alert-entries';

/** As many as the server lists. */
export const MOST_ALERTS = 200;
const AT_A_TIME = 4;

/** The alerts of all cameras, the newest first, 200 at most; which nobody has seen, and which are not wanted. */
@Injectable({ providedIn: 'root' })
export class AlertStore {
  private readonly api = inject(AdminApi);
  private readonly clock = inject(Clock);
  private readonly mutes = inject(Mutes);
  private readonly toasts = inject(Toasts);
  private readonly list = signal<readonly CameraAlert[] | null>(null);
  private readonly failure = signal('');
  private readonly raised = new Subject<CameraAlertEntry>();
  private readonly refreshing = new Refresh(() => this.api.alerts(), {
    take: (alerts) => this.take(alerts),
    fail: (error) => this.failure.set(problemText(error)),
  });
  private isAnnouncing = false;

  readonly error = this.failure.asReadonly();
  readonly isLoaded = computed(() => this.list() !== null);
  readonly entries = computed(() => entriesOf(this.list() ?? []));
  /** All but those that this browser's user has muted. */
  readonly wanted = computed(() =>
    this.entries().filter((entry) => !this.mutes.has(kindOf(entry))),
  );
  readonly unseen = computed(() => this.wanted().filter(({ isSeen }) => !isSeen));
  /** Alerts that came in while the user is here. */
  readonly news: Observable<CameraAlertEntry> = this.raised;
  private readonly midnight = computed(() => new Date(this.clock.now()).setHours(0, 0, 0, 0));
  readonly today = computed<AlertsToday>(() => alertsToday(this.entries(), this.midnight()));

  /** Asks for the alerts; those that are new are news only where nobody else tells of them. */
  refresh(isAnnouncing = false): void {
    this.isAnnouncing = isAnnouncing;
    this.refreshing.run();
  }

  hear(alert: CameraAlert): void {
    this.set([alert, ...(this.list() ?? [])], true);
    this.askAgain();
  }

  /** Somebody has seen an alert, here or elsewhere. */
  hearSeen({ alert_id, acknowledged_at }: CameraAlert): void {
    if (alert_id !== undefined) {
      this.see(alert_id, acknowledged_at ?? new Date(this.clock.now()).toISOString());
      this.askAgain();
    }
  }

  /** Tells everybody that these were seen, a few at a time. */
  acknowledge(entries: readonly CameraAlertEntry[]): void {
    from(entries.filter(({ isSeen }) => !isSeen).flatMap(({ numbers }) => numbers))
      .pipe(mergeMap((number) => this.api.acknowledge(number).pipe(map(() => number)), AT_A_TIME))
      .subscribe({
        next: (number) => this.see(number, new Date(this.clock.now()).toISOString()),
        error: (error: unknown) => {
          const text = problemText(error);
          this.toasts.show({
            subject: 'acknowledge',
            tone: 'fail',
            title: 'Not acknowledged',
            text,
          });
          this.refreshing.run();
        },
      });
  }

  private see(number: number, at: string): void {
    this.list.update(
      (alerts) =>
        alerts?.map((alert) =>
          alert.alert_id === number && !alert.acknowledged_at
            ? { ...alert, acknowledged_at: at }
            : alert,
        ) ?? null,
    );
  }

  /** An answer that is on its way may not know yet what was heard. */
  private askAgain(): void {
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
