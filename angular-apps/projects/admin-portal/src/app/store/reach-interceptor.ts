import { HttpErrorResponse, HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap, timeout } from 'rxjs';
import { Reach } from './reach';

const LIMIT_MS = 9_000;
/** What a proxy says in the place of a server that is away. */
const AWAY: readonly number[] = [0, 502, 503, 504];

/** Keeps in mind whether the server answers. */
export const reachInterceptor: HttpInterceptorFn = (request, next) => {
  const reach = inject(Reach);
  return next(request).pipe(
    timeout({ each: LIMIT_MS }),
    tap({
      next: (event) => event instanceof HttpResponse && reach.hear(),
      error: (error: unknown) =>
        error instanceof HttpErrorResponse && !AWAY.includes(error.status)
          ? reach.hear()
          : reach.miss(),
    }),
  );
};
