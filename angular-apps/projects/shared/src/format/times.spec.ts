import { NOTHING } from './numbers';
import { ago, duration, mediaTime } from './times';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe('times', () => {
  it.each([
    [0, '0 s'],
    [4.56, '4.6 s'],
    [59.4, '59 s'],
    [72, '1 m 12 s'],
    [3_600, '1 h'],
    [7_500, '2 h 5 m'],
    [90_061, '1 d 1 h'],
  ])('says %d s as %s', (seconds, words) => expect(duration(seconds)).toBe(words));

  it('says nothing of no duration', () => {
    expect(duration(null)).toBe(NOTHING);
    expect(duration(NaN)).toBe(NOTHING);
  });

  it.each([
    [-5, 'now'],
    [0.4, 'now'],
    [12, '12 s ago'],
    [59, '59 s ago'],
    [301, '5 m ago'],
  ])('says %d s before now as %s', (seconds, words) =>
    expect(ago(before(seconds), NOW)).toBe(words),
  );

  it('gives the time of day after an hour, and the date after a day', () => {
    expect(ago(before(4_000), NOW)).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(ago(before(100_000), NOW)).toMatch(/Nov/);
    expect(ago('no time', NOW)).toBe(NOTHING);
  });

  it('shows places in a video', () => {
    expect([7_000, 760_000, 3_723_000].map(mediaTime)).toEqual(['0:07', '12:40', '1:02:03']);
  });
});
