import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import { BreakpointObserver } from '@angular/cdk/layout';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { map } from 'rxjs';
import { EmptyState, Icon, OneStop, whole } from 'shared';
import { FrameResult } from '../api/wire';
import { MOST_FRAMES, ResultsState } from '../state/results-state';
import { FrameRow } from './frame-row';
import { HeldLog } from './held-log';

/** As `--log-row` has it in the style. */
const ROW_PX = 34;
const PHONE_ROW_PX = 56;
const PHONE = '(max-width: 700px)';

/** The newest results, each a line; stands still when paused and when scrolled. */
@Component({
  selector: 'app-frame-log',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    EmptyState,
    FrameRow,
    Icon,
    MatButton,
    OneStop,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './frame-log.html',
  styleUrl: './frame-log.css',
})
export class FrameLog {
  protected readonly results = inject(ResultsState);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  private readonly breakpoints = inject(BreakpointObserver);

  protected readonly isPaused = signal(false);
  protected readonly isAtTop = signal(true);
  protected readonly log = new HeldLog(
    this.results.frames,
    computed(() => this.isPaused() || !this.isAtTop()),
  );

  protected readonly rowHeight = toSignal(
    this.breakpoints.observe(PHONE).pipe(map((at) => (at.matches ? PHONE_ROW_PX : ROW_PX))),
    { initialValue: ROW_PX },
  );

  protected readonly note = computed(() => {
    const count = this.log.shown().length;
    const skipped = this.results.skipped();
    const shown = count >= MOST_FRAMES ? `the newest ${whole(count)}` : whole(count);
    return skipped > 0 ? `${shown} frames, ${whole(skipped)} came too fast to be listed` : shown;
  });

  protected toggle(): void {
    this.isPaused.update((paused) => !paused);
  }

  protected toTop(): void {
    this.isPaused.set(false);
    this.isAtTop.set(true);
    this.viewport()?.scrollToOffset(0);
  }

  protected byId(_: number, frame: FrameResult): number {
    return frame.frame_id;
  }
}
