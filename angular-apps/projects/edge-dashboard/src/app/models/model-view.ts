import { decimal } from 'shared';
import { Measurement, ShelfModel } from '../api/models-api';

/** What a worker takes for a frame. */
export interface WorkerPace {
  readonly worker: string;
  readonly ms: string;
}

const MOST_WORKERS = 4;
const FINE_MS = 10;

/** `9.6`, `24`: tenths only where they mean something. */
function milliseconds(ms: number): string {
  return `${ms < FINE_MS ? decimal(ms) : Math.round(ms).toLocaleString('en')} ms`;
}

/** A model's pace on the workers that it is known of, the fastest first, and how many more there are. */
export function paces({ ms_by_worker }: Pick<ShelfModel, 'ms_by_worker'>): {
  readonly shown: readonly WorkerPace[];
  readonly more: number;
} {
  const all = Object.entries(ms_by_worker).sort(([, a], [, b]) => a - b);
  const shown = all
    .slice(0, MOST_WORKERS)
    .map(([worker, ms]) => ({ worker, ms: milliseconds(ms) }));
  return { shown, more: all.length - shown.length };
}

/** `0.914`: three digits, as models are compared elsewhere. */
export function agreementText({ agreement }: Measurement): string {
  return agreement === null ? '' : agreement.toFixed(3);
}

/** Why a model cannot be removed; empty where it can. */
export function keptBecause({ bundled, in_use, running_jobs: jobs }: ShelfModel): string {
  if (bundled) {
    return 'It came with the build.';
  }
  if (in_use) {
    return 'It is in use.';
  }
  return jobs > 0 ? `${jobs === 1 ? 'A job goes' : `${jobs} jobs go`} by it.` : '';
}

/** What a switch to a model comes to. */
export function switchMeaning(model: ShelfModel, before: ShelfModel | null): string {
  const jobs = before?.running_jobs ?? 0;
  const ends =
    jobs === 0
      ? 'No job is under way.'
      : `${jobs === 1 ? 'One job that has begun ends' : `${jobs} jobs that have begun end`} with ${before?.name}.`;
  return `The whole pool goes by ${model.name} from now on. ${ends}`;
}
