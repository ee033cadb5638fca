import { HttpErrorResponse } from '@angular/common/http';
import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import {
  Observable,
  Subscription,
  catchError,
  from,
  retry,
  switchMap,
  throwError,
  timer,
} from 'rxjs';
import { problemText } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';

/** Which frame is wanted, and how. */
export interface WantedPicture {
  readonly jobId: string;
  readonly frameId: number;
  readonly annotated: boolean;
}

/** Whoever walks along the timeline does not want every frame on the way. */
const SETTLED_MS = 120;
const TRIES = 5;
const BUSY = 503;
const BUSY_PAUSE_MS = 1_000;

/** The picture of the wanted frame; the one before stays until it is there. */
@Injectable()
export class FramePicture {
  private readonly api = inject(CoordinatorApi);
  private going: Subscription | undefined;

  readonly wanted = signal<WantedPicture | null>(null, {
    equal: (a, b) =>
      a?.jobId === b?.jobId && a?.frameId === b?.frameId && a?.annotated === b?.annotated,
  });
  readonly url = signal<string | null>(null);
  readonly problem = signal('');
  readonly isLoading = signal(false);

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

  private load(wanted: WantedPicture | null): void {
    this.going?.unsubscribe();
    this.problem.set('');
    this.isLoading.set(wanted !== null);
    if (!wanted) {
      this.show(null);
      return;
    }
    this.going = timer(SETTLED_MS)
      .pipe(switchMap(() => this.picture(wanted)))
      .subscribe((found) => {
        this.isLoading.set(false);
        this.problem.set(typeof found === 'string' ? found : '');
        this.show(typeof found === 'string' ? null : found);
      });
  }

  /** The picture, or why there is none. The server decodes few at a time and says when to wait. */
  private picture(wanted: WantedPicture): Observable<Blob | string> {
    return this.api.picture(wanted.jobId, wanted.frameId, wanted.annotated).pipe(
      retry({
        count: TRIES,
        delay: (error: unknown) =>
          error instanceof HttpErrorResponse && error.status === BUSY
            ? timer(BUSY_PAUSE_MS)
            : throwError(() => error),
      }),
      catchError((error: unknown) => from(blobProblem(error))),
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
