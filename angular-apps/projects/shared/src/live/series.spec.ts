import { Reading, withReading } from './series';

describe('withReading', () => {
  it('keeps the span and nothing older', () => {
    let series: readonly Reading[] = [];
    for (let at = 0; at <= 10_000; at += 1_000) {
      series = withReading(series, { at, value: at }, 3_000);
    }
    expect(series.map((reading) => reading.at)).toEqual([7_000, 8_000, 9_000, 10_000]);
  });

  it('replaces a reading of the same moment', () => {
    const series = withReading([{ at: 5, value: 1 }], { at: 5, value: 2 }, 100);
    expect(series).toEqual([{ at: 5, value: 2 }]);
  });
});
