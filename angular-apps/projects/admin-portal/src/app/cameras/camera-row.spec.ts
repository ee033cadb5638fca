import { Outcome } from '../store/outcome';
import { aCamera } from '../testing/samples';
import { CameraFacts, rowsOf } from './camera-row';

const NONE: CameraFacts = { counts: {}, outcomes: new Map() };
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
      outcomes: new Map([['gate-1', stopped]]),
    };
    const camera = aCamera({ state: 'stopped' });
    expect(rowsOf([camera], '', facts)).toMatchObject([
      { camera, counted: 12, condition: { word: 'stopped', tone: 'off' }, outcome: stopped },
    ]);
  });

  it('say so where nothing is known', () => {
    const [row] = rowsOf([aCamera({ camera_id: 'constructor' })], '', NONE);
    expect(row).toMatchObject({ counted: 0, trouble: '', outcome: null });
  });

  it('say why there is no picture, but not of one that was stopped', () => {
    const trouble = 'The camera refuses user or password.';
    const [row] = rowsOf([aCamera({ state: 'running', trouble })], '', NONE);
    expect(row?.trouble).toBe(trouble);
    expect(rowsOf([aCamera({ state: 'stopped', trouble })], '', NONE)[0]?.trouble).toBe('');
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
