import { Outcome } from '../store/outcome';
import { aCamera } from '../testing/samples';
import { CameraFacts, rowsOf } from './camera-row';

const NONE: CameraFacts = { counts: {}, states: new Map(), outcomes: new Map() };
const stopped: Outcome = { command: 'stop', tone: 'ok', text: 'stopped' };

describe('the rows of the cameras', () => {
  it('are in the order that people count in', () => {
    const cameras = ['gate-10', 'gate-9', 'arch'].map((camera_id) => aCamera({ camera_id }));
    expect(rowsOf(cameras, '', NONE).map((row) => row.camera.camera_id)).toEqual([
      'arch',
      'gate-9',
      'gate-10',
    ]);
  });

  it('bring together what is known of a camera', () => {
    const facts = {
      counts: { 'gate-1': 12 },
      states: new Map([['gate-1', 'stopped']]),
      outcomes: new Map([['gate-1', stopped]]),
    };
    expect(rowsOf([aCamera()], '', facts)).toEqual([
      { camera: aCamera(), counted: 12, state: 'stopped', stateTone: 'off', outcome: stopped },
    ]);
  });

  it('say so where nothing is known', () => {
    const [row] = rowsOf([aCamera({ camera_id: 'constructor' })], '', NONE);
    expect(row).toMatchObject({ counted: 0, state: '', outcome: null });
  });

  it('show a state that is not known yet all the same', () => {
    const states = new Map([['gate-1', 'warming up']]);
    expect(rowsOf([aCamera()], '', { ...NONE, states })[0]?.stateTone).toBe('accent');
    const running = new Map([['gate-1', 'running']]);
    expect(rowsOf([aCamera()], '', { ...NONE, states: running })[0]?.stateTone).toBe('ok');
  });

  it.each([
    [' GATE ', true],
    ['EDGE-b', true],
    ['0.0.7', true],
    ['yard', false],
  ])('are those whose id, host or address has "%s": %s', (text, isFound) => {
    expect(rowsOf([aCamera()], text, NONE)).toHaveLength(isFound ? 1 : 0);
  });
});
