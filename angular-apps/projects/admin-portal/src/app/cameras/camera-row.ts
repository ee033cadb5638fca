import { Tone } from 'shared';
import { countOf } from '../api/counts';
import { Camera, Counts } from '../api/wire';
import { naturally } from '../store/camera-names';
import { Outcome } from '../store/outcome';

/** A camera as the portal shows it. */
export interface CameraRow {
  readonly camera: Camera;
  readonly counted: number;
  /** What it acknowledged last, empty where it never did. */
  readonly state: string;
  readonly stateTone: Tone;
  readonly outcome: Outcome | null;
}

export interface CameraFacts {
  readonly counts: Counts;
  readonly states: ReadonlyMap<string, string>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

const STATE_TONES: Readonly<Record<string, Tone>> = { running: 'ok', stopped: 'off' };

/** The rows of the cameras whose id, host or address has the text, by id. */
export function rowsOf(
  cameras: readonly Camera[],
  text: string,
  facts: CameraFacts,
): readonly CameraRow[] {
  const wanted = text.trim().toLowerCase();
  return cameras
    .filter(({ camera_id, hostname, ip_address }) =>
      [camera_id, hostname, ip_address].some((word) => word.toLowerCase().includes(wanted)),
    )
    .map((camera) => rowOf(camera, facts))
    .sort((a, b) => naturally(a.camera.camera_id, b.camera.camera_id));
}

function rowOf(camera: Camera, { counts, states, outcomes }: CameraFacts): CameraRow {
  const id = camera.camera_id;
  const state = states.get(id) ?? '';
  return {
    camera,
    counted: countOf(counts, id),
    state,
    stateTone: STATE_TONES[state] ?? 'accent',
    outcome: outcomes.get(id) ?? null,
  };
}
