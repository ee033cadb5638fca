import { Tone } from 'shared';
import { Camera } from '../api/wire';

/** How a camera is, as a word with its shape, and what that means. */
export interface CameraCondition {
  readonly word: string;
  readonly tone: Tone;
  readonly meaning: string;
}

/** Whether it is there and watches, as far as is known; a stopped one is neither that nor offline. */
export function isWatching({ status, state }: Camera): boolean {
  return status === 'active' && state !== 'stopped';
}

export function isStopped({ status, state }: Camera): boolean {
  return status === 'active' && state === 'stopped';
}

/** Whether it watches, but gets no picture from its source. */
export function isBlind(camera: Camera): boolean {
  return isWatching(camera) && !!camera.trouble;
}

export function conditionOf(camera: Camera): CameraCondition {
  if (camera.status === 'offline') {
    const meaning =
      'Nothing was heard of it lately: it is switched off, or cannot reach this server.';
    return { word: 'offline', tone: 'fail', meaning };
  }
  if (isStopped(camera)) {
    const meaning = 'It was told to stop and confirmed it. It counts nothing until it is started.';
    return { word: 'stopped', tone: 'off', meaning };
  }
  if (isBlind(camera)) {
    const meaning = 'It is there, but its source gives no picture.';
    return { word: 'no picture', tone: 'wait', meaning };
  }
  switch (camera.state) {
    case 'running':
      return { word: 'running', tone: 'ok', meaning: 'It watches; it confirmed that itself.' };
    case null:
    case undefined: {
      const meaning = 'It reports. Whether it was stopped it has not said.';
      return { word: 'online', tone: 'ok', meaning };
    }
    default:
      return { word: camera.state, tone: 'accent', meaning: 'What it said of itself.' };
  }
}
