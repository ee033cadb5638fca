import { Toast, whole } from 'shared';
import { Job } from '../api/wire';

/** What a job's end is worth telling; what somebody did to it, or when it begins, is seen where it is. */
export function jobToast(before: Job | undefined, now: Job): Toast | null {
  if (before?.status === now.status) {
    return null;
  }
  const toast = { subject: `job ${now.job_id}`, title: now.filename };
  switch (now.status) {
    case 'completed':
      return {
        ...toast,
        tone: 'ok',
        text: `Completed: ${whole(now.processed_frames)} frames, ${whole(now.detections_found)} detections.`,
      };
    case 'failed':
      return now.cancelled
        ? null
        : { ...toast, tone: 'fail', text: `Failed: ${now.error ?? 'no reason was given.'}` };
    default:
      return null;
  }
}
