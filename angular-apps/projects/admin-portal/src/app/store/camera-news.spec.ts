import { aCamera } from '../testing/samples';
import { differences } from './camera-news';

const gate = aCamera();
const yard = aCamera({ camera_id: 'yard', status: 'offline' });

describe('the news of cameras', () => {
  it('are those that came, fell silent, came back and went', () => {
    const before = [gate, yard, aCamera({ camera_id: 'old' })];
    const after = [
      aCamera({ status: 'offline' }),
      aCamera({ camera_id: 'yard' }),
      aCamera({ camera_id: 'new' }),
    ];
    expect(differences(before, after)).toEqual([
      { camera: 'gate-1', what: 'lost' },
      { camera: 'yard', what: 'back' },
      { camera: 'new', what: 'new' },
      { camera: 'old', what: 'removed' },
    ]);
  });

  it('are none where a camera was only seen again or registered anew', () => {
    const seen = aCamera({ last_seen: '2026-11-24T11:00:00Z', registered_at: 'later' });
    expect(differences([gate, yard], [yard, seen])).toEqual([]);
  });
});
