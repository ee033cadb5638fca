import { Injectable, computed, inject, signal } from '@angular/core';
import { from, map, mergeMap } from 'rxjs';
import { Mutes, Toasts, kindText, problemText } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { Alert } from '../api/wire';
import { Notice } from './notices';
import { question } from './question';

const MOST_ALERTS = 200;
/** What is less grave goes first where there are more than these, as in the server's log. */
const MOST_INFO = 100;
const MOST_NOT_CRITICAL = 150;
const AT_A_TIME = 4;
/** A critical alert like one that was told of is told of again after so long. */
const AGAIN_AFTER_MS = 300_000;

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
    : withRoom([alert, ...alerts]);
}

function withRoom(alerts: readonly Alert[]): readonly Alert[] {
  if (alerts.length <= MOST_ALERTS) {
    return alerts;
  }
  const info = alerts.filter((alert) => alert.level === 'info');
  const notCritical = alerts.filter((alert) => alert.level !== 'critical');
  const from =
    info.length > MOST_INFO ? info : notCritical.length > MOST_NOT_CRITICAL ? notCritical : alerts;
  const leaving = from.at(-1);
  return alerts.filter((alert) => alert !== leaving);
}

/** Which alerts are muted and told of together. */
function kindOf({ alert_labels, message }: Alert): string {
  return kindText(alert_labels, message);
}

/** The alerts that the server keeps, 200 at most; which of them nobody has seen, and which are not wanted here. */
@Injectable({ providedIn: 'root' })
export class AlertsState {
  private readonly api = inject(CoordinatorApi);
  private readonly mutes = inject(Mutes);
  private readonly toasts = inject(Toasts);
  private readonly list = signal<readonly Alert[]>([]);
  private readonly told = new Map<string, number>();

  readonly all = this.list.asReadonly();
  /** All but the muted ones, the newest first. */
  readonly wanted = computed(() =>
    this.list()
      .filter((alert) => !this.mutes.has(kindOf(alert)))
      .sort((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp)),
  );
  readonly unseen = computed(() => this.wanted().filter((alert) => this.canAcknowledge(alert)));
  readonly isLoaded = signal(false);

  readonly refresh = question(
    () => this.api.alerts(),
    (alerts) => {
      this.list.set(alerts.slice(0, MOST_ALERTS));
      this.isLoaded.set(true);
    },
  );

  heard(alert: Alert): void {
    this.refresh.hear(() => {
      const isNew = !this.list().some((other) => alertKey(other) === alertKey(alert));
      this.list.update((alerts) => withAlert(alerts, alert));
      if (isNew && this.isLoaded()) {
        this.tell(alert);
      }
    }, alertKey(alert));
  }

  canAcknowledge(alert: Alert): boolean {
    return alert.acknowledged_at === null && alert.alert_id !== undefined;
  }

  /** Tells everybody that these were seen, a few at a time. */
  acknowledge(alerts: readonly Alert[]): void {
    from(alerts)
      .pipe(
        mergeMap(
          (alert) => this.api.acknowledge(alert.alert_id ?? 0).pipe(map(() => alert)),
          AT_A_TIME,
        ),
      )
      .subscribe({
        next: (alert) => this.see(alert),
        error: (error: unknown) =>
          this.toasts.show({
            subject: 'acknowledge',
            tone: 'fail',
            title: 'Not acknowledged',
            text: problemText(error),
          }),
      });
  }

  /** Hides all alerts like this one in this browser. */
  mute(alert: Alert): void {
    this.mutes.set(kindOf(alert), true);
  }

  private see(seen: Alert): void {
    const acknowledged_at = new Date().toISOString();
    this.list.update((alerts) =>
      alerts.map((alert) =>
        alertKey(alert) === alertKey(seen) && !alert.acknowledged_at
          ? { ...alert, acknowledged_at }
          : alert,
      ),
    );
  }

  /** A critical one is told of at once, others like it only after a while. */
  private tell(alert: Alert): void {
    const kind = kindOf(alert);
    const now = Date.now();
    if (
      alert.level === 'critical' &&
      !this.mutes.has('alerts' satisfies Notice) &&
      !this.mutes.has(kind) &&
      now - (this.told.get(kind) ?? -Infinity) >= AGAIN_AFTER_MS
    ) {
      this.told.set(kind, now);
      const text = alert.message || alert.alert_labels.join(', ');
      this.toasts.show({ subject: `alert ${kind}`, tone: 'fail', title: 'Critical', text });
    }
  }
}
