import { Toast, whole } from 'shared';
import { Job } from '../api/wire';

/** What a job's change of state is worth telling; nothing where it did not change. */
export function jobToast(before: Job | undefined, now: Job): Toast | null {
  if (before?.status === now.status) {
    return null;
  }
  const toast = { subject: `job ${now.job_id}`, title: now.filename };
  switch (now.status) {
    case 'queued':
      return { ...toast, tone: 'wait', text: 'Queued.' };
    case 'processing':
      return { ...toast, tone: 'accent', text: 'Processing.' };
    case 'completed':
      return {
        ...toast,
        tone: 'ok',
        text: `Completed: ${whole(now.processed_frames)} frames, ${whole(now.detections_found)} detections.`,
      };
    case 'failed':
      return now.cancelled
        ? { ...toast, tone: 'off', text: 'Cancelled.' }
        : { ...toast, tone: 'fail', text: `Failed: ${now.error ?? 'no reason was given.'}` };
    case 'removed':
      return before ? { ...toast, tone: 'off', text: 'Removed.' } : null;
  }
}
