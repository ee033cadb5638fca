import { Observable, of, switchMap } from 'rxjs';
import { CoordinatorApi } from '../api/coordinator-api';
import { FrameResult } from '../api/wire';

const PAGE = 100;
const WIDE_PAGE = 2_000;
const MOST_PAGES = 50;

function showsAnything(frame: FrameResult): boolean {
  return frame.detections.length > 0;
}

/** The job's next frame after `frameId` that shows anything; null where there is none. */
export function nextFrame(
  api: CoordinatorApi,
  jobId: string,
  frameId: number | string,
  pages = MOST_PAGES,
): Observable<FrameResult | null> {
  return api
    .jobFrames(jobId, { cursor: frameId, limit: pages === MOST_PAGES ? PAGE : WIDE_PAGE })
    .pipe(
      switchMap((page) => {
        const found = page.items.find(showsAnything) ?? null;
        return found || page.next === null || pages <= 1
          ? of(found)
          : nextFrame(api, jobId, page.next, pages - 1);
      }),
    );
}

/**
 * The job's last frame before `frameId` that shows anything; null where there is none. The server
 * lists forward only, so ever earlier spans of ids are looked through, up to `first`.
 */
export function previousFrame(
  api: CoordinatorApi,
  jobId: string,
  frameId: number,
  first: number,
  pages = MOST_PAGES,
): Observable<FrameResult | null> {
  const span = pages === MOST_PAGES ? PAGE : WIDE_PAGE;
  const from = Math.max(first - 1, frameId - 1 - span);
  if (frameId <= first) {
    return of(null);
  }
  return api.jobFrames(jobId, { cursor: from, limit: span }).pipe(
    switchMap((page) => {
      const found =
        page.items.filter((frame) => frame.frame_id < frameId && showsAnything(frame)).at(-1) ??
        null;
      return found || from < first || pages <= 1
        ? of(found)
        : previousFrame(api, jobId, from + 1, first, pages - 1);
    }),
  );
}
