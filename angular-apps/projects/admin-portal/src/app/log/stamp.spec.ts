import { NOTHING } from 'shared';
import { stamp } from './stamp';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 26, 55, 76).getTime();

describe('the stamp of an entry', () => {
  it('is the time to the millisecond', () => {
    expect(stamp(at(24, 4), at(24, 23))).toBe('04:26:55.076');
  });

  it('has the date where it is of another day', () => {
    expect(stamp(at(23, 23), at(24, 0))).toBe('23 Nov 23:26:55.076');
    expect(stamp(at(25, 0), at(24, 23))).toBe('25 Nov 00:26:55.076');
  });

  it('is nothing where there is no time', () => {
    expect(stamp(NaN, at(24, 4))).toBe(NOTHING);
  });
});
