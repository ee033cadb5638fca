import { HttpErrorResponse } from '@angular/common/http';
import { Tone, decimal, problemText } from 'shared';
import { CameraCommand, CommandAnswer } from '../api/wire';

/** What became of the last thing that the user asked of a camera. */
export interface Outcome {
  readonly command: CameraCommand | 'remove';
  readonly tone: Tone;
  readonly text: string;
}

const DOING = {
  start: 'Starting…',
  stop: 'Stopping…',
  restart: 'Restarting…',
  remove: 'Removing…',
};

export function pending(command: Outcome['command']): Outcome {
  return { command, tone: 'wait', text: DOING[command] };
}

/** The answer to a command in words. */
export function answered(answer: CommandAnswer, tookMs: number): Outcome {
  const { command } = answer;
  if (answer.acknowledged) {
    const when = tookMs < 100 ? 'at once' : `after ${decimal(tookMs / 1000)} s`;
    return { command, tone: 'ok', text: confirmed(answer.state, when) };
  }
  return answer.connected
    ? { command, tone: 'wait', text: 'Sent; the camera has not confirmed it yet.' }
    : {
        command,
        tone: 'off',
        text: 'Sent. This camera does not confirm; whether it obeyed shows only in what it counts.',
      };
}

function confirmed(state: string | null, when: string): string {
  return `${state ? `It is ${state}` : 'Done'}; the camera confirmed it ${when}.`;
}

/** A word that came after the answer had given up waiting for it. */
export function answeredLate(command: CameraCommand, state: string): Outcome {
  return { command, tone: 'ok', text: confirmed(state, 'late') };
}

export function failed(command: Outcome['command'], error: unknown): Outcome {
  const text = problemText(error);
  const isGone = error instanceof HttpErrorResponse && error.status === 404;
  return {
    command,
    tone: 'fail',
    text: isGone ? `${text} It was removed; it registers again when it starts.` : text,
  };
}
