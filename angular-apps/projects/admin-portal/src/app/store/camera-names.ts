import { Injectable, computed, inject } from '@angular/core';
import { AnalyticsStore } from './analytics-store';
import { CameraStore } from './camera-store';

const NATURAL = new Intl.Collator('en', { numeric: true });

export function naturally(a: string, b: string): number {
  return NATURAL.compare(a, b);
}

/** Every camera that there is something to see of: those that are known and those that were. */
@Injectable({ providedIn: 'root' })
export class CameraNames {
  private readonly analytics = inject(AnalyticsStore);
  private readonly cameras = inject(CameraStore);

  readonly names = computed(
    () => {
      const known = (this.cameras.cameras() ?? []).map(({ camera_id }) => camera_id);
      const counted = Object.keys(this.analytics.analytics()?.per_camera ?? {});
      return [...new Set([...known, ...counted])].sort(naturally);
    },
    { equal: (a, b) => a.length === b.length && a.every((name, i) => name === b[i]) },
  );
}
