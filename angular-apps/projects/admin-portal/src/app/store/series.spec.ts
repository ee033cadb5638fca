import { aDetection, aPoint } from '../testing/samples';
import { RANGES, withDetection } from './series';

const MINUTE = 60_000;
const series = [
  aPoint({ timestamp: '2026-11-24T09:59:00Z' }),
  aPoint({ timestamp: '2026-11-24T10:00:00Z' }),
];
const totals = (timestamp: string) =>
  withDetection(series, MINUTE, aDetection({ timestamp })).map((point) => point.total_vehicles);

describe('a series', () => {
  it('counts an event in the step that it happened in', () => {
    expect(totals('2026-11-24T10:00:59.999Z')).toEqual([3, 6]);
    expect(totals('2026-11-24T09:59:00Z')).toEqual([6, 3]);
    const [, point] = withDetection(series, MINUTE, aDetection());
    expect(point?.type_distribution).toEqual({ car: 4, bus: 2 });
  });

  it('moves on by a step with the first event of the next one', () => {
    const moved = withDetection(series, MINUTE, aDetection({ timestamp: '2026-11-24T10:01:30Z' }));
    expect(moved).toEqual([
      series[1],
      aPoint({ timestamp: '2026-11-24T10:01:00.000Z', total_vehicles: 3 }),
    ]);
  });

  it.each(['2026-11-24T09:58:59Z', '2026-11-24T10:02:00Z', 'no time'])(
    'leaves an event from elsewhere to the server: %s',
    (timestamp) => expect(totals(timestamp)).toEqual([3, 3]),
  );

  it('begins with an answer of the server', () => {
    expect(withDetection([], MINUTE, aDetection())).toEqual([]);
  });
});

describe('the ranges', () => {
  it('have between 15 and 60 steps each', () => {
    expect(RANGES.map(({ spanMs, stepMs }) => spanMs / stepMs)).toEqual([15, 60, 24, 30]);
  });
});
