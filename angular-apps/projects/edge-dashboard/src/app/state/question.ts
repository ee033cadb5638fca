import { inject } from '@angular/core';
import { Observable } from 'rxjs';
import { Refresh } from 'shared';
import { Connection } from './connection';

/** A question whose answers and silences tell whether the coordinator is there. */
export function question<T>(call: () => Observable<T>, take: (value: T) => void): Refresh<T> {
  const connection = inject(Connection);
  return new Refresh(call, {
    take: (value) => {
      connection.answered();
      take(value);
    },
    fail: (error) => connection.failed(error),
  });
}
