import { aDetection, at, event } from '../testing/samples';
import { below, inOrder, logEntry, passes } from './log-entry';

describe('an entry of the log', () => {
  it('has its time, its counts and their sum', () => {
    const entry = logEntry(aDetection({ object_counts: { bus: 1, car: 4 }, event_id: 'e1' }));
    expect(entry).toMatchObject({ key: 'e1', at: Date.parse(at(0)), total: 5 });
    expect(entry.counts).toEqual({ bus: 1, car: 4 });
  });

  it('counts its types where the event has no counts', () => {
    const entry = logEntry(aDetection({ object_counts: {}, detected_vehicles: 0 }));
    expect([entry.total, entry.counts]).toEqual([2, { car: 1, bus: 1 }]);
  });

  it('has a key of its own where the event has no id', () => {
    expect(logEntry(aDetection()).key).not.toBe(logEntry(aDetection()).key);
  });
});

describe('the filter of the log', () => {
  it.each([
    ['', '', true],
    ['gate-1', 'car', true],
    ['gate-2', '', false],
    ['', 'person', false],
    ['', 'constructor', false],
  ])('of camera "%s" and label "%s" lets an event through: %s', (camera, label, isThrough) => {
    expect(passes({ camera, label }, aDetection())).toBe(isThrough);
  });

  it('knows the labels of an event without counts', () => {
    const event = aDetection({ object_counts: {}, vehicle_types: ['truck'] });
    expect(passes({ camera: '', label: 'truck' }, event)).toBe(true);
  });
});

describe('the order of the log', () => {
  it('is by time, and as given where the time is the same', () => {
    const entries = [event(1), event(3), event(1, { event_id: 'same' }), event(2)].map(logEntry);
    expect(inOrder(entries).map(({ key }) => key)).toEqual(['e3', 'e2', 'e1', 'same']);
  });
});

describe('what is below a page', () => {
  const entries = [event(5), event(4), event(3), event(2)].map(logEntry);
  const keys = (page: readonly ReturnType<typeof event>[]) =>
    below(entries, page)?.map(({ key }) => key);

  it('is what is older, where the page reaches it', () => {
    expect(keys([event(6), event(5), event(4)])).toEqual(['e3', 'e2']);
  });

  it('is not what the page should hold and does not', () => {
    expect(keys([event(6), event(4)])).toEqual(['e3', 'e2']);
  });

  it('may be of the same moment as the end of the page', () => {
    const same = logEntry(event(4, { event_id: 'e44', camera_id: 'yard' }));
    const rest = below([...entries, same], [event(5), event(4)]);
    expect(rest?.map(({ key }) => key)).toEqual(['e3', 'e2', 'e44']);
  });

  it('is unknown where the page and the entries have nothing in common', () => {
    expect(keys([event(8), event(7)])).toBeUndefined();
    expect(below(entries, [event(8)])).toBeNull();
    expect(below(entries, [])).toBeNull();
  });
});
