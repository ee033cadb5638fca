import { Toast } from 'shared';
import { Worker } from '../api/wire';

/** A worker that is only tried, one frame at a time, is not back yet. */
function isAway(worker: Worker): boolean {
  return worker.status === 'offline' || worker.circuit !== 'closed';
}

/** The server's reason, from its first word on a sentence of its own. */
function quarantineText({ refusal }: Worker): string {
  return refusal?.startsWith('quarantined')
    ? `Q${refusal.slice(1)}`
    : `Quarantined: ${refusal ?? 'its answers cannot be believed.'}`;
}

/** What a worker's loss or return is worth telling; `hasOthers` where somebody takes its frames. */
export function workerToast(
  before: Worker | undefined,
  now: Worker,
  hasOthers: boolean,
): Toast | null {
  const toast = { subject: `worker ${now.worker_id}`, title: now.worker_id };
  if (now.status === 'removed') {
    return null;
  }
  if (now.quarantined && !before?.quarantined) {
    return { ...toast, tone: hasOthers ? 'wait' : 'fail', text: quarantineText(now) };
  }
  if (!before) {
    return now.refusal === null ? null : { ...toast, tone: 'wait', text: now.refusal };
  }
  const [wasLost, isLost] = [isAway(before), isAway(now)];
  if (wasLost === isLost) {
    return before.quarantined && !now.quarantined && !isLost
      ? { ...toast, tone: 'ok', text: 'Out of quarantine: it gets frames again.' }
      : null;
  }
  if (!isLost) {
    return { ...toast, tone: 'ok', text: 'Back in the pool.' };
  }
  return hasOthers
    ? { ...toast, tone: 'wait', text: 'Lost. Its frames go to other workers.' }
    : { ...toast, tone: 'fail', text: 'Lost. No worker is left: jobs wait until one comes.' };
}
