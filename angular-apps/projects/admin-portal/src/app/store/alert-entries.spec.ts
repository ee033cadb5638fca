import { anAlert, at } from '../testing/samples';
import { alertsToday, entriesOf } from './alert-entries';

describe('the entries of alerts', () => {
  it('say what the alerts say', () => {
    expect(entriesOf([anAlert({ event_id: 'a1' })])).toEqual([
      {
        key: 'a1',
        at: '2026-11-24T10:00:00Z',
        level: 'critical',
        labels: ['person', 'bus'],
        message: 'A person and a bus are in the same frame.',
        source: 'gate-1',
        count: 1,
        isSeen: false,
        numbers: [],
      },
    ]);
  });

  it('count what is told twice without an id', () => {
    const entries = entriesOf([anAlert(), anAlert({ frame_id: 8 }), anAlert()]);
    expect(entries.map(({ count }) => count)).toEqual([2, 1]);
  });

  it('are seen where all that they stand for are', () => {
    const seen = { alert_id: 1, acknowledged_at: at(9) };
    const [one] = entriesOf([anAlert(seen), anAlert({ alert_id: 2 })]);
    expect(one).toMatchObject({ isSeen: false, numbers: [1, 2] });
    expect(entriesOf([anAlert(seen), anAlert({ ...seen, alert_id: 2 })])[0]?.isSeen).toBe(true);
  });

  it('count an alert with an id once, however often it is told', () => {
    const entries = entriesOf([anAlert({ event_id: 'a1' }), anAlert({ event_id: 'a1' })]);
    expect(entries.map(({ count }) => count)).toEqual([1]);
  });

  it.each([{ camera_id: 'gate-2' }, { timestamp: at(1) }, { frame_id: 8 }, { alert_labels: [] }])(
    'are two where the alerts differ in %j',
    (part) => expect(entriesOf([anAlert(), anAlert(part)])).toHaveLength(2),
  );
});

describe('the alerts of today', () => {
  const midnight = Date.parse(at(0));
  const alerts = (count: number, second: number) =>
    Array.from({ length: count }, (_, i) => anAlert({ frame_id: i, timestamp: at(second) }));

  it('are those since midnight, repeated ones as often as they were raised', () => {
    const today = [...alerts(2, 0), anAlert({ frame_id: 0, timestamp: at(0) })];
    const info = anAlert({ level: 'info', timestamp: at(5) });
    const yesterday = anAlert({ timestamp: at(-1) });
    expect(alertsToday(entriesOf([...today, info, yesterday]), midnight)).toEqual({
      all: 4,
      critical: 3,
      isAtLeast: false,
    });
  });

  it('may be more where the list is full and all of it is of today', () => {
    expect(alertsToday(entriesOf(alerts(200, 0)), midnight).isAtLeast).toBe(true);
    expect(alertsToday(entriesOf(alerts(199, 0)), midnight).isAtLeast).toBe(false);
    const reachesBack = [...alerts(199, 0), anAlert({ timestamp: at(-1) })];
    expect(alertsToday(entriesOf(reachesBack), midnight).isAtLeast).toBe(false);
  });
});
