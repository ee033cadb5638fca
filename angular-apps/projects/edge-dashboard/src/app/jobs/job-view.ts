import { Tone, decimal, duration, whole } from 'shared';
import { Job } from '../api/wire';
import { hasEnded } from '../state/job-list';

const STEADY_AFTER_MS = 5_000;
const STEADY_FRAMES = 10;

/** A job's state as a shape and a word. */
export function jobState(job: Job): { tone: Tone; label: string } {
  switch (job.status) {
    case 'queued':
      return { tone: 'wait', label: 'queued' };
    case 'processing':
      return { tone: 'accent', label: 'processing' };
    case 'completed':
      return { tone: 'ok', label: 'completed' };
    case 'failed':
      return job.cancelled
        ? { tone: 'off', label: 'cancelled' }
        : { tone: 'fail', label: 'failed' };
    case 'removed':
      return { tone: 'off', label: 'removed' };
  }
}

export function progressTone(job: Job): 'accent' | 'ok' | 'fail' | 'off' {
  const tone = jobState(job).tone;
  return tone === 'wait' ? 'accent' : tone;
}

/** Seconds from start to end, or to now; null where it never started. */
export function jobSeconds(job: Job, now: number): number | null {
  if (job.started_at === null) {
    return null;
  }
  const end = job.completed_at === null ? now : Date.parse(job.completed_at);
  return Math.max(0, (end - Date.parse(job.started_at)) / 1000);
}

/** Whether its rate tells anything yet. */
function isSteady(job: Job, now: number): boolean {
  const settled = job.processed_frames + job.failed_frames;
  return (
    job.status === 'processing' &&
    job.started_at !== null &&
    now - Date.parse(job.started_at) >= STEADY_AFTER_MS &&
    settled >= STEADY_FRAMES &&
    job.fps > 0
  );
}

/** Seconds left at the present rate, in steps that do not flicker; null until that is steady. */
export function secondsLeft(job: Job, now: number): number | null {
  const left = job.total_frames - job.processed_frames - job.failed_frames;
  if (!isSteady(job, now) || left <= 0) {
    return null;
  }
  const seconds = left / job.fps;
  const step = seconds > 600 ? 60 : seconds > 60 ? 10 : seconds > 20 ? 5 : 1;
  return Math.max(step, Math.round(seconds / step) * step);
}

/** `48 frames/s, 1 m 10 s left`; why there is none where it does not run. */
export function paceText(job: Job, now: number): string {
  if (job.status === 'queued') {
    return 'waits for its turn';
  }
  if (job.status !== 'processing' || job.stalled) {
    return '';
  }
  if (!isSteady(job, now)) {
    return 'measuring its rate';
  }
  const left = secondsLeft(job, now);
  const rate = `${decimal(job.fps)} frames/s`;
  return left === null ? rate : `${rate}, ${duration(left)} left`;
}

/** `62 of 75`. */
export function doneText(job: Job): string {
  const settled = whole(job.processed_frames);
  return job.total_frames > 0 ? `${settled} of ${whole(job.total_frames)}` : settled;
}

/** What became of the other frames; those of a cancelled job did not fail, they were let go. */
export function lostText(job: Job): string {
  const word = job.cancelled ? 'cancelled' : 'failed';
  return job.failed_frames > 0 ? `${whole(job.failed_frames)} ${word}` : '';
}

/** `48 not inferred`: those of the completed ones that show nothing new. */
export function reusedText(job: Job): string {
  return job.reused_frames ? `${whole(job.reused_frames)} not inferred` : '';
}

/** `62 of 75`, with how many failed where any did. */
export function framesText(job: Job): string {
  return [doneText(job), lostText(job)].filter((part) => part !== '').join(', ');
}

/** What somebody should know of a job, and how grave it is; nothing of one that goes well. */
export function remark(job: Job): { tone: 'wait' | 'fail'; text: string } | null {
  if (job.stalled && !hasEnded(job)) {
    return { tone: 'wait', text: job.stalled };
  }
  if (job.error && !job.cancelled) {
    return { tone: job.status === 'completed' ? 'wait' : 'fail', text: job.error };
  }
  return job.warning ? { tone: 'wait', text: job.warning } : null;
}

/** `75 = 75 completed + 0 failed`. */
export function submittedText(job: Job): string {
  const open = openFrames(job);
  const sign = isUnbalanced(job) ? '≠' : '=';
  const lost = `${whole(job.failed_frames)} ${job.cancelled ? 'cancelled' : 'failed'}`;
  const settled = `${whole(job.processed_frames)} completed + ${lost}`;
  const rest = hasEnded(job) || open < 1 ? '' : ` + ${whole(open)} open`;
  return `${whole(job.submitted_frames)} ${sign} ${settled}${rest}`;
}

/** Whether frames came to more than one end, or the job ended while some had none. */
export function isUnbalanced(job: Job): boolean {
  const open = openFrames(job);
  return open < 0 || (hasEnded(job) && open > 0);
}

function openFrames(job: Job): number {
  return job.submitted_frames - job.processed_frames - job.failed_frames;
}
