import { NOTHING, classColour } from 'shared';
import { ChartSeries } from 'shared/chart';
import { byCount, countOf } from '../api/counts';
import { Counts, SeriesPoint } from '../api/wire';
import { Range } from '../store/series';

const TOTAL_COLOUR = '#5b83c9';
const MOST_LINES = 4;
const MOST_SLICES = 8;
const REST = 'all others';

/** All objects and the most frequent types, step by step. */
export function overTime(series: readonly SeriesPoint[], types: Counts, range: Range): ChartSeries {
  const frequent = byCount(types).slice(0, MOST_LINES);
  const lines = frequent.map(([label]) => ({
    label,
    values: series.map((point) => countOf(point.type_distribution, label)),
    colours: [classColour(label)],
  }));
  const values = series.map((point) => point.total_vehicles);
  return {
    labels: series.map((point) => stepLabel(point.timestamp, range)),
    sets: [{ label: 'all objects', values, colours: [TOTAL_COLOUR] }, ...lines],
  };
}

/** The share of each type; the rare ones together. */
export function byType(types: Counts): ChartSeries {
  const sorted = byCount(types);
  const rest = sorted.slice(MOST_SLICES).reduce((sum, [, n]) => sum + n, 0);
  const slices = [...sorted.slice(0, MOST_SLICES), ...(rest > 0 ? [[REST, rest] as const] : [])];
  return {
    labels: slices.map(([label]) => label),
    sets: [
      {
        label: 'Objects',
        values: slices.map(([, n]) => n),
        colours: slices.map(([label]) => classColour(label === REST ? 'other' : label)),
      },
    ],
  };
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
/** Days begin at midnight UTC, so that they are named by it. */
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export function stepLabel(timestamp: string, range: Range): string {
  const at = Date.parse(timestamp);
  if (Number.isNaN(at)) {
    return NOTHING;
  }
  return range.bucket === 'day' ? DAY.format(at) : TIME.format(at);
}
