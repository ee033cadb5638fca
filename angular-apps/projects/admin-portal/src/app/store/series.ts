import { countsOf, plus, sum } from '../api/counts';
import { Detection, SeriesPoint } from '../api/wire';

export type RangeName = '15m' | 'hour' | 'day' | 'month';

/** How far back the analytics look, and in which steps. */
export interface Range {
  readonly name: RangeName;
  readonly label: string;
  readonly bucket: 'minute' | 'hour' | 'day';
  readonly spanMs: number;
  readonly stepMs: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const RANGES: readonly [Range, ...Range[]] = [
  { name: '15m', label: '15 min', bucket: 'minute', spanMs: 15 * MINUTE, stepMs: MINUTE },
  { name: 'hour', label: '1 hour', bucket: 'minute', spanMs: HOUR, stepMs: MINUTE },
  { name: 'day', label: '1 day', bucket: 'hour', spanMs: DAY, stepMs: HOUR },
  { name: 'month', label: '30 days', bucket: 'day', spanMs: 30 * DAY, stepMs: DAY },
];

/**
 * A series with one more event in its bucket. An event just behind the last bucket opens the next
 * one; one from elsewhere is left to the next answer of the server.
 */
export function withDetection(
  series: readonly SeriesPoint[],
  stepMs: number,
  detection: Detection,
): readonly SeriesPoint[] {
  const last = series.at(-1);
  const at = Math.floor(Date.parse(detection.timestamp) / stepMs) * stepMs;
  if (!last || Number.isNaN(at)) {
    return series;
  }
  const rolled =
    at === Date.parse(last.timestamp) + stepMs
      ? [...series.slice(1), emptyPoint(new Date(at).toISOString())]
      : series;
  return rolled.map((point) =>
    Date.parse(point.timestamp) === at ? withCounts(point, detection) : point,
  );
}

function emptyPoint(timestamp: string): SeriesPoint {
  return { timestamp, total_vehicles: 0, type_distribution: {} };
}

function withCounts(point: SeriesPoint, detection: Detection): SeriesPoint {
  const counts = countsOf(detection);
  return {
    ...point,
    total_vehicles: point.total_vehicles + sum(counts),
    type_distribution: plus(point.type_distribution, counts),
  };
}
