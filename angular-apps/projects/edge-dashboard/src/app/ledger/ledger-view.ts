import { Tone, whole } from 'shared';
import { Ledger, UnbalancedJob } from '../api/wire';

/** Whether the ledger adds up, as a shape and a few words. */
export function ledgerState(ledger: Ledger): { tone: Tone; label: string } {
  return ledger.balanced
    ? { tone: 'ok', label: 'balanced' }
    : { tone: 'fail', label: unbalancedText(ledger.unbalanced.length) };
}

/** What is wrong with a job's sum: `1 frame missing`, `2 frames too many`. */
export function gapText({ submitted, completed, failed }: UnbalancedJob): string {
  const gap = submitted - completed - failed;
  const frames = Math.abs(gap) === 1 ? 'frame' : 'frames';
  return `${whole(Math.abs(gap))} ${frames} ${gap < 0 ? 'too many' : 'missing'}`;
}

function unbalancedText(jobs: number): string {
  switch (jobs) {
    case 0:
      return 'does not balance';
    case 1:
      return '1 job does not balance';
    default:
      return `${jobs} jobs do not balance`;
  }
}
