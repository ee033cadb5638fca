import { NOTHING, bytes, decimal, milliseconds, percent, whole } from './numbers';

describe('numbers', () => {
  it('separates thousands and rounds', () => {
    expect(whole(1_234_567.6)).toBe('1,234,568');
    expect(decimal(1_234.56)).toBe('1,234.6');
    expect(percent(0.625)).toBe('63 %');
  });

  it('goes on to seconds and larger units', () => {
    expect(milliseconds(999)).toBe('999 ms');
    expect(milliseconds(1_449)).toBe('1.4 s');
    expect(bytes(999)).toBe('999 B');
    expect(bytes(2_607_150)).toBe('2.6 MB');
    expect(bytes(5e15)).toBe('5,000 TB');
  });

  it('says nothing of what is none', () => {
    for (const format of [whole, decimal, milliseconds, bytes, percent]) {
      expect([null, undefined, NaN, Infinity].map(format)).toEqual(Array(4).fill(NOTHING));
    }
  });
});
