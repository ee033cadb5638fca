import { GrowingPause } from './growing-pause';

describe('GrowingPause', () => {
  it('doubles up to 15 s and begins anew after a success', () => {
    const pause = new GrowingPause(() => 0.5);
    const pauses = Array.from({ length: 8 }, () => pause.next());
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    pause.reset();
    expect(pause.next()).toBe(500);
  });

  it('differs from client to client by 30 % each way', () => {
    expect(new GrowingPause(() => 0).next()).toBeCloseTo(350);
    expect(new GrowingPause(() => 1).next()).toBeCloseTo(650);
  });
});
