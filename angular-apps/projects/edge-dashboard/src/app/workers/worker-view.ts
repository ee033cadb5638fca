import { Tone } from 'shared';
import { Worker } from '../api/wire';

/** A worker's state as a shape and a word. */
export function workerState(worker: Worker): { tone: Tone; label: string } {
  if (worker.status === 'offline') {
    return { tone: 'fail', label: 'offline' };
  }
  if (worker.quarantined) {
    return { tone: 'fail', label: 'quarantined' };
  }
  if (worker.refusal !== null) {
    return { tone: 'wait', label: 'gets no frames' };
  }
  return worker.status === 'active'
    ? { tone: 'ok', label: 'active' }
    : { tone: 'off', label: 'idle' };
}

/** What the circuit breaker means for those who do not know the word. */
export function circuitText(worker: Worker): string {
  switch (worker.circuit) {
    case 'closed':
      return 'closed';
    case 'open':
      return 'open: it failed three times and rests';
    case 'half_open':
      return 'half open: one frame tries it';
  }
}
