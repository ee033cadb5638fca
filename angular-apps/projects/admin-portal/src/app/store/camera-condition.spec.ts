import { aCamera } from '../testing/samples';
import { conditionOf, isBlind, isStopped, isWatching } from './camera-condition';

describe('the condition of a camera', () => {
  it.each([
    [{ state: 'running' }, 'running', 'ok', 'watching'],
    [{ state: null }, 'online', 'ok', 'watching'],
    [{}, 'online', 'ok', 'watching'],
    [{ state: 'stopped' }, 'stopped', 'off', 'stopped'],
    [{ state: 'stopped', trouble: 'no such path' }, 'stopped', 'off', 'stopped'],
    [{ state: 'running', trouble: 'no such path' }, 'no picture', 'wait', 'watching blind'],
    [{ state: 'warming up' }, 'warming up', 'accent', 'watching'],
    [{ status: 'offline', state: 'stopped' }, 'offline', 'fail', ''],
    [{ status: 'offline', state: 'running', trouble: 'gone' }, 'offline', 'fail', ''],
  ] as const)('that says %j is %s', (part, word, tone, counted) => {
    const camera = aCamera(part);
    expect(conditionOf(camera)).toMatchObject({ word, tone });
    const kinds = [
      [isWatching(camera), 'watching'],
      [isBlind(camera), 'blind'],
      [isStopped(camera), 'stopped'],
    ] as const;
    expect(kinds.flatMap(([holds, kind]) => (holds ? [kind] : [])).join(' ')).toBe(counted);
  });
});
