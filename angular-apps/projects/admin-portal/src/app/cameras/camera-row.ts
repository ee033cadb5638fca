import { countOf } from '../api/counts';
import { Camera, Counts } from '../api/wire';
import { CameraCondition, conditionOf, isBlind } from '../store/camera-condition';
import { naturally } from '../store/camera-names';
import { Outcome } from '../store/outcome';

/** A camera as the portal shows it. */
export interface CameraRow {
  readonly camera: Camera;
  readonly counted: number;
  readonly condition: CameraCondition;
  /** Why it gets no picture; empty where it does, or where none is wanted. */
  readonly trouble: string;
  readonly outcome: Outcome | null;
}

export interface CameraFacts {
  readonly counts: Counts;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

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

function rowOf(camera: Camera, { counts, outcomes }: CameraFacts): CameraRow {
  const id = camera.camera_id;
  return {
    camera,
    counted: countOf(counts, id),
    condition: conditionOf(camera),
    trouble: isBlind(camera) ? (camera.trouble ?? '') : '',
    outcome: outcomes.get(id) ?? null,
  };
}
