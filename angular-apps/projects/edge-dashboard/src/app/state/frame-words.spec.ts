import { aFrame, aJob } from '../testing/samples';
import { exactFrame, framePosition, frameState, frameTime, inferenceTime } from './frame-words';

describe('a frame in words', () => {
  const frame = aFrame({ frame_id: 1_123, frame_index: 366, media_time_ms: 14_640 });

  it('is counted as people count, of the whole where that is known', () => {
    expect(framePosition(frame, aJob({ sample_fps: 0, total_frames: 900 }))).toBe('367 of 900');
    expect(framePosition(frame, aJob({ sample_fps: 5, total_frames: 180 }))).toBe('367');
    expect(framePosition(aFrame({ frame_index: null }), null)).toBe('no. 1');
  });

  it('has its time in the video, and its exact names for programs', () => {
    expect(frameTime(frame)).toBe('0:14.6');
    expect(frameTime(aFrame({ media_time_ms: null }))).toBe('no. 1');
    expect(exactFrame(frame)).toBe('frame_id 1123, frame_index 366');
  });

  it('tells those that were not inferred from those that were', () => {
    const reused = aFrame({ reused_from: 7, change: 0.01, processing_time_ms: 0 });
    expect(frameState(reused)).toEqual({ tone: 'off', label: 'not inferred' });
    expect(inferenceTime(reused)).toBe('–');
    const inferred = aFrame({ reused_from: null, change: null });
    expect(frameState(inferred).label).toBe('completed');
    expect(inferenceTime(inferred)).toBe('50 ms');
  });

  it('is cancelled, not failed, where its job was', () => {
    expect(frameState(aFrame({ status: 'failed', error: 'cancelled' }))).toEqual({
      tone: 'off',
      label: 'cancelled',
    });
    expect(frameState(aFrame({ status: 'failed', error: 'it timed out' })).tone).toBe('fail');
  });
});
