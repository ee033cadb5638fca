import { BreakpointObserver } from '@angular/cdk/layout';
import { Signal, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

const ONE_LINE = 34;
const TWO_LINES = 58;

/** The height of a row of the log in pixels: two lines where one has no room. */
export function rowHeight(): Signal<number> {
  const narrow = inject(BreakpointObserver).observe('(max-width: 760px)');
  return toSignal(narrow.pipe(map(({ matches }) => (matches ? TWO_LINES : ONE_LINE))), {
    initialValue: ONE_LINE,
  });
}
