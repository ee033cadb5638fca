import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { Injector, inject } from '@angular/core';
import { tap } from 'rxjs';
import { Identity } from './identity';

const OWN = ['/whoami', '/login', '/logout'];

/** Notices that whoever looks at this page is not known any more. */
export const identityInterceptor: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const refused = error instanceof HttpErrorResponse && error.status === 401;
        if (refused && !OWN.includes(request.url)) {
          void injector.get(Identity).doubt();
        }
      },
    }),
  );
};
