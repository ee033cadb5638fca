import { ceilingOf } from './towering';

const minutes = (value: number) => Array.from({ length: 58 }, () => value);

describe('the scale over one minute that towers over all', () => {
  it.each([
    ['a hundred times the others', [...minutes(90), 8_917], 200],
    ['two of them', [...minutes(90), 8_917, 5_000], 200],
    ['among few, most of them empty', [0, 0, 3, 2, 0, 400], 5],
  ])('ends above the others: %s', (_, values, ceiling) => {
    expect(ceilingOf(values)).toBe(ceiling);
  });

  it.each([
    ['all alike', minutes(90)],
    ['a peak as streets have it', [...minutes(90), 400]],
    ['nothing at all', minutes(0)],
    ['nothing but one', [...minutes(0), 500]],
    ['a busy half', [...minutes(3), ...minutes(900)]],
    ['no value', []],
  ])('ends where it ends: %s', (_, values) => {
    expect(ceilingOf(values)).toBeNull();
  });
});
