import { AlertEntry } from 'shared';
import { CameraAlert } from '../api/wire';

/** How many alerts came since midnight; at least so many where older ones are not listed any more. */
export interface AlertsToday {
  readonly all: number;
  readonly critical: number;
  readonly isAtLeast: boolean;
}

/** Alerts as the feed shows them; one that is told twice without an id is one that counts two. */
export function entriesOf(alerts: readonly CameraAlert[]): readonly AlertEntry[] {
  const entries = new Map<string, AlertEntry>();
  for (const alert of alerts) {
    const key = keyOf(alert);
    const before = alert.event_id ? 0 : (entries.get(key)?.count ?? 0);
    entries.set(key, entryOf(key, alert, before + 1));
  }
  return [...entries.values()];
}

function keyOf(alert: CameraAlert): string {
  return (
    alert.event_id ??
    JSON.stringify([alert.camera_id, alert.timestamp, alert.frame_id, alert.alert_labels])
  );
}

function entryOf(key: string, alert: CameraAlert, count: number): AlertEntry {
  const { timestamp: at, level, alert_labels: labels, message, camera_id: source } = alert;
  return { key, at, level, labels, message, source, count };
}

export function alertsToday(entries: readonly AlertEntry[], midnight: number): AlertsToday {
  const today = entries.filter(({ at }) => Date.parse(at) >= midnight);
  return {
    all: total(today),
    critical: total(today.filter(({ level }) => level === 'critical')),
    isAtLeast: total(entries) >= 200 && today.length === entries.length,
  };
}

function total(entries: readonly AlertEntry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}
