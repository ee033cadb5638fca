import { LogFilter } from '../api/admin-api';
import { countsOf, sum, without } from '../api/counts';
import { Counts, Detection } from '../api/wire';

/** An event as the log shows it. */
export interface LogEntry extends Detection {
  readonly key: string;
  readonly at: number;
  readonly total: number;
  readonly counts: Counts;
}

let created = 0;

export function logEntry(detection: Detection): LogEntry {
  const counts = countsOf(detection);
  return {
    ...detection,
    key: detection.event_id ?? `event-${++created}`,
    at: Date.parse(detection.timestamp),
    total: sum(counts),
    counts,
  };
}

export function passes(filter: LogFilter, detection: Detection): boolean {
  return (
    (!filter.camera || filter.camera === detection.camera_id) &&
    (!filter.label || Object.hasOwn(countsOf(detection), filter.label))
  );
}

/** Entries by their time, the newest first; of the same time, those named first. */
export function inOrder(entries: readonly LogEntry[]): readonly LogEntry[] {
  return [...entries].sort((a, b) => b.at - a.at);
}

/**
 * What older entries there are below a page of the newest, or `null` where it is not known whether
 * anything lies between them.
 */
export function below(
  entries: readonly LogEntry[],
  page: readonly Detection[],
): readonly LogEntry[] | null {
  const last = page.at(-1);
  const others = without(entries, page);
  if (!last || others.length === entries.length) {
    return null;
  }
  return others.filter(({ at }) => at <= Date.parse(last.timestamp));
}
