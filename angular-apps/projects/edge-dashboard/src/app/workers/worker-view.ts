import { Tone } from 'shared';
import { Worker } from '../api/wire';

/** A worker that was not heard of for so long is gone, whatever it failed at before. */
const SILENT_MS = 20_000;

/** A worker's state as a shape and a word, and what stands behind the word. */
export function workerState(
  worker: Worker,
  now: number,
): { tone: Tone; label: string; meaning: string } {
  const isSilent = now - Date.parse(worker.last_heartbeat) > SILENT_MS;
  if (worker.circuit !== 'closed' && !(worker.status === 'offline' && isSilent)) {
    return circuitState(worker);
  }
  if (worker.status === 'offline') {
    return { tone: 'fail', label: 'offline', meaning: 'Nothing was heard of it for a while.' };
  }
  if (worker.quarantined) {
    return {
      tone: 'fail',
      label: 'quarantined',
      meaning: 'Its answers could not be believed; it gets no frames for five minutes.',
    };
  }
  if (worker.refusal !== null) {
    return { tone: 'wait', label: 'gets no frames', meaning: worker.refusal };
  }
  return worker.status === 'active'
    ? { tone: 'ok', label: 'active', meaning: 'It has frames in hand.' }
    : { tone: 'off', label: 'idle', meaning: 'It is ready and has nothing to do.' };
}

/** A worker that failed several times in a row, and is left alone for ever longer pauses. */
function circuitState(worker: Worker): { tone: Tone; label: string; meaning: string } {
  return worker.circuit === 'open'
    ? {
        tone: 'fail',
        label: 'paused after failures',
        meaning: 'Its circuit is open: three frames in a row failed.',
      }
    : {
        tone: 'wait',
        label: 'being tried again',
        meaning: 'Its circuit is half open: one frame tries whether it is well again.',
      };
}

/** What is to be said of a worker beyond its state: why it gets nothing, and what goes wrong. */
export function workerRemarks(worker: Worker): readonly string[] {
  const pause =
    worker.circuit === 'open'
      ? 'Three frames in a row failed. One frame tries it again after 1 s, then 2 s, up to 60 s.'
      : null;
  const failure = worker.last_error ? `Last failure: ${worker.last_error}` : null;
  const refusedForIt =
    worker.last_disagreement && worker.refusal?.includes(worker.last_disagreement);
  const disagreement =
    worker.last_disagreement && !refusedForIt
      ? `In a spot check it ${worker.last_disagreement}.`
      : null;
  return [worker.refusal, pause, failure, disagreement].filter((text) => text !== null);
}

/** Where a worker is: its host's name where that says more than its address. */
export function hostText(worker: Worker): string {
  return worker.hostname && worker.hostname !== worker.host ? worker.hostname : '';
}

/** `192.168.1.7:9001`, an IPv6 address in brackets. */
export function addressText({ host, port }: Worker): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
