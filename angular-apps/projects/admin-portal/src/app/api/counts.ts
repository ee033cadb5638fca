import { Counts, Detection } from './wire';

/** What an event counts: its counts, or each of its types once where it has none. */
export function countsOf(detection: Detection): Counts {
  if (Object.keys(detection.object_counts).length > 0) {
    return detection.object_counts;
  }
  const counts: Record<string, number> = {};
  for (const label of detection.vehicle_types) {
    counts[label] = countOf(counts, label) + 1;
  }
  return counts;
}

/** How many of a name there are: names are anybody's, also those that every object has. */
export function countOf(counts: Counts, label: string): number {
  return (Object.hasOwn(counts, label) ? counts[label] : undefined) ?? 0;
}

export function sum(counts: Counts): number {
  return Object.values(counts).reduce((all, n) => all + n, 0);
}

export function plus(a: Counts, b: Counts): Counts {
  const all: Record<string, number> = { ...a };
  for (const [label, n] of Object.entries(b)) {
    all[label] = countOf(all, label) + n;
  }
  return all;
}

/** The names, the one with most first. */
export function byCount(counts: Counts): readonly (readonly [string, number])[] {
  return Object.entries(counts).sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
}

/** What tells one event from another wherever it is told of. */
function identity(detection: Detection): string {
  const counts = Object.entries(countsOf(detection)).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([detection.camera_id, Date.parse(detection.timestamp), counts]);
}

/** The events of `some` that are not among `others`; one of these answers for one of those. */
export function without<T extends Detection>(
  some: readonly T[],
  others: readonly Detection[],
): readonly T[] {
  const known = new Map<string, number>();
  for (const other of others) {
    known.set(identity(other), (known.get(identity(other)) ?? 0) + 1);
  }
  return some.filter((one) => {
    const left = known.get(identity(one)) ?? 0;
    known.set(identity(one), left - 1);
    return left <= 0;
  });
}
