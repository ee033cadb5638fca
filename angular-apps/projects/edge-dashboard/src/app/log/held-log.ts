import { Signal, computed, linkedSignal } from '@angular/core';
import { FrameResult } from '../api/wire';

/**
 * The log as it is shown: it stands still while it is held, so that nothing moves under who reads,
 * and tells how many frames came meanwhile.
 */
export class HeldLog {
  readonly shown: Signal<readonly FrameResult[]>;
  readonly waiting: Signal<number>;

  constructor(frames: Signal<readonly FrameResult[]>, isHeld: Signal<boolean>) {
    this.shown = linkedSignal<
      { frames: readonly FrameResult[]; isHeld: boolean },
      readonly FrameResult[]
    >({
      source: () => ({ frames: frames(), isHeld: isHeld() }),
      computation: (now, before) => (now.isHeld && before ? before.value : now.frames),
    });
    this.waiting = computed(() => {
      if (!isHeld()) {
        return 0;
      }
      const shown = new Set(this.shown().map((frame) => frame.frame_id));
      return frames().filter((frame) => !shown.has(frame.frame_id)).length;
    });
  }
}
