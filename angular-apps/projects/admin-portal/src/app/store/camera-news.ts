import { Camera } from '../api/wire';

/** What became of a camera. */
export interface CameraNews {
  readonly camera: string;
  readonly what: 'new' | 'lost' | 'back' | 'removed';
}

/** What is worth telling between two pictures of the cameras. */
export function differences(
  before: readonly Camera[],
  after: readonly Camera[],
): readonly CameraNews[] {
  const known = new Map(before.map((camera) => [camera.camera_id, camera.status]));
  const news: CameraNews[] = [];
  for (const { camera_id: camera, status } of after) {
    const earlier = known.get(camera);
    known.delete(camera);
    if (earlier === undefined) {
      news.push({ camera, what: 'new' });
    } else if (earlier !== status) {
      news.push({ camera, what: status === 'active' ? 'back' : 'lost' });
    }
  }
  return [...news, ...[...known.keys()].map((camera) => ({ camera, what: 'removed' as const }))];
}
