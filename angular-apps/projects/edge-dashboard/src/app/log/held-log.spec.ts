import { signal } from '@angular/core';
import { FrameResult } from '../api/wire';
import { aFrame } from '../testing/samples';
import { HeldLog } from './held-log';

const ids = (frames: readonly FrameResult[]) => frames.map((frame) => frame.frame_id);

describe('HeldLog', () => {
  const frames = signal<readonly FrameResult[]>([]);
  const isHeld = signal(false);
  const log = new HeldLog(frames, isHeld);

  it('stands still while it is held, counts what came, and catches up', () => {
    frames.set([aFrame({ frame_id: 1 })]);
    expect(ids(log.shown())).toEqual([1]);
    isHeld.set(true);
    frames.set([aFrame({ frame_id: 3 }), aFrame({ frame_id: 2 }), aFrame({ frame_id: 1 })]);
    expect(ids(log.shown())).toEqual([1]);
    expect(log.waiting()).toBe(2);
    isHeld.set(false);
    expect(ids(log.shown())).toEqual([3, 2, 1]);
    expect(log.waiting()).toBe(0);
  });
});
