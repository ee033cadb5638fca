import { firstValueFrom, of } from 'rxjs';
import { CoordinatorApi } from '../api/coordinator-api';
import { FrameResult } from '../api/wire';
import { aFrame, aSeenFrame } from '../testing/samples';
import { nextFrame, previousFrame } from './frame-search';

/** A server with these frames, which pages as the real one does. */
function serverWith(frames: readonly FrameResult[]) {
  const asked: number[] = [];
  const jobFrames = (_: string, query: { cursor?: string | number; limit?: number }) => {
    const [after, limit] = [Number(query.cursor ?? 0), query.limit ?? 100];
    asked.push(after);
    const items = frames.filter((frame) => frame.frame_id > after).slice(0, limit);
    const next = items.length === limit ? String(items.at(-1)?.frame_id) : null;
    return of({ items, next });
  };
  return { api: { jobFrames } as unknown as CoordinatorApi, asked };
}

const empties = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => aFrame({ frame_id: from + i }));

describe('the search for a neighbour', () => {
  const { api } = serverWith([aSeenFrame(1_000), ...empties(1_001, 4_000), aSeenFrame(4_001)]);

  it('goes on over pages that show nothing', async () => {
    expect((await firstValueFrom(nextFrame(api, 'job', 1_000)))?.frame_id).toBe(4_001);
  });

  it('ends at the last frame', async () => {
    expect(await firstValueFrom(nextFrame(api, 'job', 4_001))).toBeNull();
  });

  it('goes back over spans that show nothing', async () => {
    expect((await firstValueFrom(previousFrame(api, 'job', 4_001, 1_000)))?.frame_id).toBe(1_000);
  });

  it('finds the nearest one before', async () => {
    const near = serverWith([aSeenFrame(5), aSeenFrame(6), ...empties(7, 9), aSeenFrame(10)]);
    expect((await firstValueFrom(previousFrame(near.api, 'job', 10, 5)))?.frame_id).toBe(6);
  });

  it('ends at the first frame', async () => {
    const far = serverWith([...empties(90_000, 90_010)]);
    expect(await firstValueFrom(previousFrame(far.api, 'job', 90_010, 90_000))).toBeNull();
    expect(far.asked).toHaveLength(1);
  });

  it('gives up at some time', async () => {
    const endless = serverWith([aSeenFrame(1), ...empties(900_000, 900_001)]);
    expect(await firstValueFrom(previousFrame(endless.api, 'job', 900_001, 1))).toBeNull();
    expect(endless.asked.length).toBeLessThanOrEqual(50);
  });
});
