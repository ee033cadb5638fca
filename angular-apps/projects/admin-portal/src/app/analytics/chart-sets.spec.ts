import { NOTHING } from 'shared';
import { RANGES, Range, RangeName } from '../store/series';
import { aPoint } from '../testing/samples';
import { byType, overTime, stepLabel } from './chart-sets';

const range = (name: RangeName): Range => RANGES.find((one) => one.name === name) ?? RANGES[0];
const counts = (size: number) =>
  Object.fromEntries(Array.from({ length: size }, (_, i) => [`type-${i}`, 100 - i]));

describe('the chart over time', () => {
  const series = [
    aPoint({ type_distribution: { car: 2, bus: 1 }, total_vehicles: 3 }),
    aPoint({ type_distribution: { bus: 5 }, total_vehicles: 5 }),
  ];

  it('has a line of all objects and one per type, the most frequent first', () => {
    const { labels, sets } = overTime(series, { car: 2, bus: 6 }, range('hour'));
    expect(labels).toHaveLength(2);
    expect(sets.map(({ label, values }) => [label, values])).toEqual([
      ['all objects', [3, 5]],
      ['bus', [1, 5]],
      ['car', [2, 0]],
    ]);
  });

  it('has lines for the four most frequent types only', () => {
    const { sets } = overTime(series, counts(9), range('hour'));
    expect(sets.map(({ label }) => label)).toEqual([
      'all objects',
      'type-0',
      'type-1',
      'type-2',
      'type-3',
    ]);
  });

  it('takes no property of an object for a count', () => {
    const { sets } = overTime(series, { constructor: 1 }, range('hour'));
    expect(sets[1]?.values).toEqual([0, 0]);
  });
});

describe('the chart by type', () => {
  it('puts the rare ones together', () => {
    const { labels, sets } = byType(counts(10));
    expect(labels).toHaveLength(9);
    expect(labels.at(-1)).toBe('all others');
    expect(sets[0]?.values.slice(-2)).toEqual([93, 92 + 91]);
    expect(sets[0]?.colours).toHaveLength(9);
  });

  it('has no rest where there is none', () => {
    expect(byType(counts(8)).labels).not.toContain('all others');
    expect(byType({}).labels).toEqual([]);
  });
});

describe('the label of a step', () => {
  it('is the time of day, or the day by UTC', () => {
    const local = new Date(2026, 10, 24, 9, 5).toISOString();
    expect(stepLabel(local, range('15m'))).toBe('09:05');
    expect(stepLabel(local, range('day'))).toBe('09:05');
    expect(stepLabel('2026-11-24T00:00:00Z', range('month'))).toBe('24 Nov');
  });

  it('is nothing where there is no time', () => {
    expect(stepLabel('', range('hour'))).toBe(NOTHING);
  });
});
