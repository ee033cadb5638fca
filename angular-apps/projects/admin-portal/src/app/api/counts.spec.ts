import { aDetection } from '../testing/samples';
import { byCount, countsOf, plus, sum, without } from './counts';

const OWN = 'constructor';

describe('what an event counts', () => {
  it('is its counts where it has any', () => {
    const event = aDetection({ object_counts: { car: 4 }, vehicle_types: ['car', 'bus'] });
    expect(countsOf(event)).toEqual({ car: 4 });
  });

  it('is each of its types once where it has none', () => {
    const event = aDetection({ object_counts: {}, vehicle_types: ['car', 'bus', 'car'] });
    expect(countsOf(event)).toEqual({ car: 2, bus: 1 });
    expect(countsOf(aDetection({ object_counts: {}, vehicle_types: [] }))).toEqual({});
  });

  it('may be of a class that is named like an object’s own property', () => {
    const counts = countsOf(aDetection({ object_counts: {}, vehicle_types: [OWN] }));
    expect(Object.entries(counts)).toEqual([[OWN, 1]]);
  });
});

describe('counts', () => {
  it('are added name by name, and stay what they were', () => {
    const before = { car: 2 };
    expect(plus(before, { car: 1, bus: 5 })).toEqual({ car: 3, bus: 5 });
    expect(before).toEqual({ car: 2 });
    expect(sum(plus(before, { bus: 5 }))).toBe(7);
    expect(sum({})).toBe(0);
  });

  it('are added under any name', () => {
    expect(Object.entries(plus({}, { [OWN]: 2 }))).toEqual([[OWN, 2]]);
  });

  it('are sorted by how many, then by name', () => {
    expect(byCount({ bus: 2, car: 9, bicycle: 2 })).toEqual([
      ['car', 9],
      ['bicycle', 2],
      ['bus', 2],
    ]);
  });
});

describe('the events that are not among others', () => {
  it('are known by their camera, moment and counts, however these are written', () => {
    const event = aDetection({ object_counts: { car: 1, bus: 1 } });
    const same = aDetection({
      timestamp: '2026-11-24T10:00:00.000Z',
      object_counts: {},
      vehicle_types: ['bus', 'car'],
      event_id: 'e1',
    });
    expect(without([event], [same])).toEqual([]);
  });

  it.each([
    aDetection({ camera_id: 'gate-2' }),
    aDetection({ timestamp: '2026-11-24T10:00:01Z' }),
    aDetection({ object_counts: { car: 3 } }),
  ])('are those that differ in one of the three: %#', (event) => {
    expect(without([event], [aDetection()])).toEqual([event]);
  });

  it('are matched one for one', () => {
    const twice = [aDetection(), aDetection({ event_id: 'second' })];
    expect(without(twice, [aDetection()])).toEqual([twice[1]]);
    expect(without(twice, [...twice, aDetection()])).toEqual([]);
  });
});
