import { AlertEntry, AlertLevel } from 'shared';
import { CameraAlert } from '../api/wire';

/** How many alerts came since midnight; at least so many where older ones are not listed any more. */
export interface AlertsToday {
  readonly all: number;
  readonly critical: number;
  readonly isAtLeast: boolean;
}

/** An alert as the feed shows it, with the numbers of all that it stands for. */
export interface CameraAlertEntry extends AlertEntry {
  readonly numbers: readonly number[];
}

/** Alerts as the feed shows them; one that is told twice without an id is one that counts two. */
export function entriesOf(alerts: readonly CameraAlert[]): readonly CameraAlertEntry[] {
  const entries = new Map<string, CameraAlertEntry>();
  for (const alert of alerts) {
    const key = keyOf(alert);
    entries.set(key, merged(entryOf(key, alert), alert.event_id ? undefined : entries.get(key)));
  }
  return [...entries.values()];
}

function merged(one: CameraAlertEntry, before?: CameraAlertEntry): CameraAlertEntry {
  return before
    ? {
        ...one,
        count: before.count + 1,
        isSeen: before.isSeen && one.isSeen,
        numbers: [...before.numbers, ...one.numbers],
      }
    : one;
}

function keyOf(alert: CameraAlert): string {
  return (
    alert.event_id ??
    JSON.stringify([alert.camera_id, alert.timestamp, alert.frame_id, alert.alert_labels])
  );
}

function entryOf(key: string, alert: CameraAlert): CameraAlertEntry {
  const { timestamp: at, level, alert_labels: labels, message, camera_id: source } = alert;
  const isSeen = !!alert.acknowledged_at;
  const numbers = alert.alert_id === undefined ? [] : [alert.alert_id];
  return { key, at, level, labels, message, source, count: 1, isSeen, numbers };
}

export function alertsToday(entries: readonly AlertEntry[], midnight: number): AlertsToday {
  const today = entries.filter(({ at }) => Date.parse(at) >= midnight);
  return {
    all: total(today),
    critical: total(today, 'critical'),
    isAtLeast: total(entries) >= 200 && today.length === entries.length,
  };
}

function total(entries: readonly AlertEntry[], level?: AlertLevel): number {
  return entries.reduce(
    (sum, entry) => sum + (!level || entry.level === level ? entry.count : 0),
    0,
  );
}
