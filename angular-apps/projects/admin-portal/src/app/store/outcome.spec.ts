import { HttpErrorResponse } from '@angular/common/http';
import { CommandAnswer } from '../api/wire';
import { answered, answeredLate, failed, pending } from './outcome';

const answer = (more: Partial<CommandAnswer>): CommandAnswer => ({
  camera_id: 'gate-1',
  command: 'stop',
  connected: true,
  acknowledged: true,
  state: 'stopped',
  ...more,
});

describe('the outcome of a command', () => {
  it('is the state that the camera confirmed, and how soon', () => {
    expect(answered(answer({}), 1_300)).toMatchObject({ tone: 'ok', command: 'stop' });
    expect(answered(answer({}), 1_300).text).toBe(
      'It is stopped; the camera confirmed it after 1.3 s.',
    );
  });

  it('is not taken for done where nobody confirmed it', () => {
    const silent = answered(answer({ acknowledged: false, state: null }), 2_000);
    expect([silent.tone, silent.text]).toEqual(['wait', expect.stringContaining('not confirmed')]);
    const unknown = answered(answer({ connected: false, acknowledged: false, state: null }), 20);
    expect([unknown.tone, unknown.text]).toEqual([
      'off',
      expect.stringContaining('does not confirm'),
    ]);
  });

  it('says what is under way, and what came late', () => {
    expect(pending('restart')).toMatchObject({ tone: 'wait', text: 'Restarting…' });
    expect(answeredLate('stop', 'stopped').text).toBe(
      'It is stopped; the camera confirmed it late.',
    );
  });

  it('is the server’s reason where it refused', () => {
    const error = { detail: 'There is no camera gate-1.' };
    const outcome = failed('stop', new HttpErrorResponse({ status: 404, error }));
    expect(outcome.tone).toBe('fail');
    expect(outcome.text).toContain(error.detail);
    expect(outcome.text).toContain('registers again');
  });
});
