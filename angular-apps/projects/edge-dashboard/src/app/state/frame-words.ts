import { NOTHING, Tone, fineMediaTime, whole } from 'shared';
import { FrameResult, Job } from '../api/wire';

const STATES: Readonly<Record<FrameResult['status'], Tone>> = {
  pending: 'wait',
  completed: 'ok',
  failed: 'fail',
};

/** Whether a frame was let go with its job, which is no failure. */
export function isCancelled(frame: FrameResult): boolean {
  return frame.status === 'failed' && frame.error?.toLowerCase().startsWith('cancelled') === true;
}

/** A frame's state as a shape and a word. */
export function frameState(frame: FrameResult): { tone: Tone; label: string } {
  return isCancelled(frame)
    ? { tone: 'off', label: 'cancelled' }
    : { tone: STATES[frame.status], label: frame.status };
}

/** `367 of 900`, as people count; the whole is known only where every frame is looked at. */
export function framePosition(frame: FrameResult, job: Job | null): string {
  if (frame.frame_index === null) {
    return `no. ${whole(frame.frame_id)}`;
  }
  const position = whole(frame.frame_index + 1);
  const isWhole = job?.sample_fps === 0 && job.total_frames > frame.frame_index;
  return isWhole ? `${position} of ${whole(job.total_frames)}` : position;
}

/** Where a frame is in its video, else its number. */
export function frameTime(frame: FrameResult): string {
  return frame.media_time_ms === null
    ? `no. ${frame.frame_id}`
    : fineMediaTime(frame.media_time_ms);
}

/** What programs call a frame. */
export function exactFrame(frame: FrameResult): string {
  return `frame_id ${frame.frame_id}, frame_index ${frame.frame_index ?? NOTHING}`;
}
