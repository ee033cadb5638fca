import { Tone } from 'shared';
import { Attempt, FrameResult, Outcome } from '../api/wire';

interface OutcomeView {
  readonly tone: Tone;
  readonly label: string;
  readonly meaning: string;
}

const OUTCOMES: Readonly<Record<Outcome, OutcomeView>> = {
  completed: { tone: 'ok', label: 'completed', meaning: 'Its answer counts.' },
  declined: {
    tone: 'fail',
    label: 'declined',
    meaning: 'The worker said that this frame cannot be done.',
  },
  failed: {
    tone: 'fail',
    label: 'failed',
    meaning: 'The worker refused it, was full, or answered with an error or nonsense.',
  },
  died: { tone: 'fail', label: 'broke off', meaning: 'No answer came, or only a part of one.' },
  gone: {
    tone: 'wait',
    label: 'worker gone',
    meaning: 'The worker left, fell silent or started anew while it held the frame.',
  },
  cancelled: { tone: 'off', label: 'cancelled', meaning: 'The job was cancelled.' },
  overtaken: { tone: 'off', label: 'overtaken', meaning: 'Another attempt was faster.' },
};

/** How an attempt ended, as a shape, a word and a sentence. */
export function outcomeView(outcome: Outcome): OutcomeView {
  return OUTCOMES[outcome];
}

/** Milliseconds from its sending to its end; null where it was still out. */
export function attemptMs(attempt: Attempt): number | null {
  return attempt.ended_at === null
    ? null
    : Math.max(0, Date.parse(attempt.ended_at) - Date.parse(attempt.started_at));
}

/** `worker-1 broke off, worker-2 completed`; empty where it is not known. */
export function attemptsText(frame: FrameResult): string {
  return (frame.attempt_log ?? [])
    .map((attempt) => `${attempt.worker_id} ${outcomeView(attempt.outcome).label}`)
    .join(', ');
}
