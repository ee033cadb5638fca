import { isAdminMessage } from './message';

describe('a message of the live connection', () => {
  it.each(['detection', 'alert', 'alert_acknowledged', 'camera', 'ack'])(
    'is acted on where it is of type %s',
    (type) => {
      expect(isAdminMessage({ type, data: { camera_id: 'gate-1' } })).toBe(true);
    },
  );

  it('is left to cameras and newer portals where its type is another', () => {
    expect(isAdminMessage({ type: 'control', data: { camera_id: 'gate-1' } })).toBe(false);
  });

  it.each([[null], ['gate-1'], [{}], [{ camera_id: 7 }]])(
    'is nothing to act on without a camera: %j',
    (data) => expect(isAdminMessage({ type: 'detection', data })).toBe(false),
  );
});
