import { Alert } from '../api/wire';
import { aFrame, anAlert } from '../testing/samples';
import { alertKey, withAlert } from './alerts-state';
import { MOST_FRAMES, framesSoFar, withFrames } from './results-state';

const at = (second: number) => `2026-11-24T10:00:${String(second).padStart(2, '0')}Z`;

describe('the frame log', () => {
  it('is newest first, each frame once', () => {
    const log = [aFrame({ frame_id: 9, received_at: at(1) })];
    const come = [
      aFrame({ frame_id: 2, received_at: at(3) }),
      aFrame({ frame_id: 9, received_at: at(2), status: 'failed' }),
    ];
    const now = withFrames(log, come);
    expect(now.map((frame) => frame.frame_id)).toEqual([2, 9]);
    expect(now[1]?.status).toBe('failed');
  });

  it('drops the oldest beyond its bound', () => {
    const many = Array.from({ length: MOST_FRAMES }, (_, i) =>
      aFrame({ frame_id: i + 1, received_at: at(1) }),
    );
    const now = withFrames(many, [aFrame({ frame_id: 5_000, received_at: at(2) })]);
    expect(now).toHaveLength(MOST_FRAMES);
    expect(now[0]?.frame_id).toBe(5_000);
    expect(now.some((frame) => frame.frame_id === 1)).toBe(false);
  });
});

describe('the totals', () => {
  it('say how many of their frames are of jobs that were removed', () => {
    const summary = { total_detections: 1, object_counts: {}, worker_summary: {} };
    const words = (total_frames: number, removed_frames: number) =>
      framesSoFar({ ...summary, total_frames, removed_frames });
    expect(words(2_071, 32)).toBe('2,071 frames so far, 32 of removed jobs');
    expect(words(2_039, 0)).toBe('2,039 frames so far');
  });
});

describe('the alerts', () => {
  it('take a grown count in its place, a new one at the top, 200 in all', () => {
    const many = Array.from({ length: 200 }, (_, i) => anAlert({ alert_id: i + 1 }));
    expect(withAlert(many, anAlert({ alert_id: 7, count: 5 }))[6]?.count).toBe(5);
    const more = withAlert(many, anAlert({ alert_id: 999 }));
    expect(more).toHaveLength(200);
    expect(more[0]?.alert_id).toBe(999);
  });

  it('of little weight leave room for graver ones', () => {
    let alerts = [anAlert({ alert_id: 1, level: 'critical' })];
    let number = 1;
    const come = (count: number, level: Alert['level']) => {
      for (let i = 0; i < count; i++) {
        alerts = [...withAlert(alerts, anAlert({ alert_id: ++number, level }))];
      }
      return ['critical', 'warning', 'info'].map(
        (kind) => alerts.filter((alert) => alert.level === kind).length,
      );
    };
    expect(come(300, 'info')).toEqual([1, 0, 199]);
    expect(come(60, 'warning')).toEqual([1, 60, 139]);
    expect(come(300, 'warning')).toEqual([1, 199, 0]);
    expect(come(300, 'critical')).toEqual([200, 0, 0]);
    expect(alerts[0]?.alert_id).toBe(number);
  });

  it('are told apart without a number too', () => {
    const old = { ...anAlert(), alert_id: undefined };
    expect(alertKey(old)).toBe(alertKey({ ...old, count: 9, last_frame_id: 99 }));
    expect(alertKey(old)).not.toBe(alertKey({ ...old, first_frame_id: 8 }));
  });
});
