import { HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap, timeout } from 'rxjs';
import { isAway } from 'shared';
import { Reach } from './reach';

const LIMIT_MS = 9_000;

/** Keeps in mind whether the server answers. */
export const reachInterceptor: HttpInterceptorFn = (request, next) => {
  const reach = inject(Reach);
  return next(request).pipe(
    timeout({ each: LIMIT_MS }),
    tap({
      next: (event) => event instanceof HttpResponse && reach.hear(),
      error: (error: unknown) => (isAway(error) ? reach.miss() : reach.hear()),
    }),
  );
};
