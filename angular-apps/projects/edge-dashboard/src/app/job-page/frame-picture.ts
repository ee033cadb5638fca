import { HttpErrorResponse } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import {
  Observable,
  Subscription,
  TimeoutError,
  catchError,
  from,
  map,
  of,
  retry,
  switchMap,
  throwError,
  timeout,
  timer,
} from 'rxjs';
import { Clock, problemText } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';

/** Which frame is wanted, and how. */
export interface WantedPicture {
  readonly jobId: string;
  readonly frameId: number;
  readonly annotated: boolean;
}

/** Why there is no picture, and whether there may be one another time. */
interface NoPicture {
  readonly text: string;
  readonly canRetry: boolean;
}

/** Whoever walks along the timeline does not want every frame on the way. */
const SETTLED_MS = 120;
const TRIES = 5;
const BUSY = 503;
const BUSY_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
/** The server gives each up after 90 s and says why; what takes longer does not come. */
const LIMIT_MS = 100_000;

/**
 * The picture of the wanted frame; the one before stays until it is there. A request that nobody
 * waits for any more is broken off. The server does not see that: it ends what it makes when this
 * page asks for another frame, else after 90 s.
 */
@Injectable()
export class FramePicture {
  private readonly api = inject(CoordinatorApi);
  private readonly clock = inject(Clock);
  private readonly since = signal<number | null>(null);
  private going: Subscription | undefined;

  readonly wanted = signal<WantedPicture | null>(null, {
    equal: (a, b) =>
      a?.jobId === b?.jobId && a?.frameId === b?.frameId && a?.annotated === b?.annotated,
  });
  readonly url = signal<string | null>(null);
  private readonly missing = signal<NoPicture | null>(null);
  readonly problem = computed(() => this.missing()?.text ?? '');
  /** Whether asking once more may help. */
  readonly canRetry = computed(() => this.missing()?.canRetry === true);
  readonly isLoading = computed(() => this.since() !== null);
  /** Whole seconds that the picture has been waited for. */
  readonly waited = computed(() => {
    const since = this.since();
    this.clock.now();
    return since === null ? 0 : Math.max(0, Math.floor((Date.now() - since) / 1000));
  });

  constructor() {
    effect(() => {
      const wanted = this.wanted();
      untracked(() => this.load(wanted));
    });
    inject(DestroyRef).onDestroy(() => {
      this.going?.unsubscribe();
      this.show(null);
    });
  }

  /** Asks again for what could not be had. */
  retry(): void {
    this.load(this.wanted());
  }

  private load(wanted: WantedPicture | null): void {
    this.going?.unsubscribe();
    this.missing.set(null);
    this.since.set(wanted ? Date.now() : null);
    if (!wanted) {
      this.show(null);
      return;
    }
    this.going = timer(SETTLED_MS)
      .pipe(switchMap(() => this.picture(wanted)))
      .subscribe((found) => {
        this.since.set(null);
        this.missing.set(found instanceof Blob ? null : found);
        this.show(found instanceof Blob ? found : null);
      });
  }

  /** The picture, or why there is none. The server decodes few at a time and says when to wait. */
  private picture(wanted: WantedPicture): Observable<Blob | NoPicture> {
    return this.api.picture(wanted.jobId, wanted.frameId, wanted.annotated).pipe(
      retry({
        count: TRIES,
        delay: (error: unknown) =>
          error instanceof HttpErrorResponse && error.status === BUSY
            ? timer(pauseMs(error))
            : throwError(() => error),
      }),
      timeout(LIMIT_MS),
      catchError((error: unknown) =>
        error instanceof TimeoutError
          ? of({ text: `The frame did not come within ${LIMIT_MS / 1000} s.`, canRetry: true })
          : from(blobProblem(error)).pipe(map((text) => ({ text, canRetry: isPassing(error) }))),
      ),
    );
  }

  private show(picture: Blob | null): void {
    const before = this.url();
    this.url.set(picture ? URL.createObjectURL(picture) : null);
    if (before) {
      URL.revokeObjectURL(before);
    }
  }
}

/** How long the server wishes to be left alone. */
function pauseMs(error: HttpErrorResponse): number {
  const seconds = Number(error.headers.get('Retry-After'));
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : BUSY_PAUSE_MS;
}

function isPassing(error: unknown): boolean {
  return !(error instanceof HttpErrorResponse) || error.status === 0 || error.status >= 500;
}

/** Where bytes were asked for, the problem comes as bytes as well. */
async function blobProblem(error: unknown): Promise<string> {
  if (!(error instanceof HttpErrorResponse && error.error instanceof Blob)) {
    return problemText(error);
  }
  const { status, statusText } = error;
  return problemText(
    new HttpErrorResponse({ status, statusText, error: await error.error.text() }),
  );
}
