import { NOTHING, Tone, fineMediaTime, milliseconds, whole } from 'shared';
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

/** Whether a frame was not inferred, since it shows nothing that another one did not. */
export function isReused(frame: FrameResult): boolean {
  return (frame.reused_from ?? null) !== null;
}

/** A frame's state as a shape and a word. */
export function frameState(frame: FrameResult): { tone: Tone; label: string } {
  if (isCancelled(frame)) {
    return { tone: 'off', label: 'cancelled' };
  }
  return isReused(frame)
    ? { tone: 'off', label: 'not inferred' }
    : { tone: STATES[frame.status], label: frame.status };
}

/** How long its inference took; nothing where there was none: 0 ms would be a boast. */
export function inferenceTime(frame: FrameResult): string {
  return isReused(frame) ? NOTHING : milliseconds(frame.processing_time_ms);
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
