import { CdkVirtualScrollViewport, ScrollingModule } from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatAnchor, MatButton } from '@angular/material/button';
import { EmptyState, Icon, Panel, whole } from 'shared';
import { LogFilter, downloadUrl } from '../api/admin-api';
import { byCount } from '../api/counts';
import { Choice } from '../choice';
import { AnalyticsStore } from '../store/analytics-store';
import { CameraNames } from '../store/camera-names';
import { DetectionLog } from '../store/detection-log';
import { LogEntry } from '../store/log-entry';
import { LogRow } from './log-row';
import { rowHeight } from './row-height';

/** How near the end older entries are asked for. */
const NEAR_ROWS = 12;
const MOST_LABELS = 200;

/** The log of detections: live at the top, back into history further down. */
@Component({
  selector: 'app-log-panel',
  imports: [Choice, EmptyState, Icon, LogRow, MatAnchor, MatButton, Panel, ScrollingModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './log-panel.html',
  styleUrl: './log-panel.css',
})
export class LogPanel {
  private readonly analytics = inject(AnalyticsStore);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  protected readonly log = inject(DetectionLog);
  protected readonly cameras = inject(CameraNames).names;
  protected readonly height = rowHeight();

  protected readonly labels = computed(
    () =>
      byCount(this.analytics.analytics()?.type_distribution ?? {})
        .slice(0, MOST_LABELS)
        .map(([label]) => label),
    { equal: (a, b) => a.join('\n') === b.join('\n') },
  );
  protected readonly csv = computed(() => downloadUrl(this.log.filter(), 'csv'));
  protected readonly jsonLines = computed(() => downloadUrl(this.log.filter(), 'jsonl'));
  protected readonly isFiltered = computed(
    () => this.log.filter().camera !== '' || this.log.filter().label !== '',
  );
  protected readonly state = computed(() => {
    const shown = this.log.entries()?.length;
    const more = this.log.hasOlder() ? ', older ones further down' : '';
    return shown === undefined ? '' : `${whole(shown)} shown${more}`;
  });
  protected readonly news = computed(() => {
    const { count, isMore } = this.log.news();
    if (isMore) {
      return count > 0 ? `${whole(count)}+ new` : 'Newest entries';
    }
    return count > 0 ? `${whole(count)} new` : '';
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    this.log.dropped
      .pipe(takeUntilDestroyed(destroyed))
      .subscribe((rows) => this.shift(-rows * this.height()));
    effect((onCleanup) => {
      const seen = this.viewport()
        ?.elementScrolled()
        .subscribe(() => this.look());
      onCleanup(() => seen?.unsubscribe());
    });
    destroyed.onDestroy(() => this.log.read(false));
  }

  protected filter(change: Partial<LogFilter>): void {
    this.log.choose({ ...this.log.filter(), ...change });
  }

  protected jump(): void {
    this.log.jump();
    this.viewport()?.scrollToOffset(0);
  }

  protected readonly keyOf = (_: number, entry: LogEntry): string => entry.key;

  private look(): void {
    const viewport = this.viewport();
    if (viewport) {
      this.log.read(viewport.measureScrollOffset('top') > this.height() / 2);
      if (viewport.measureScrollOffset('bottom') < NEAR_ROWS * this.height()) {
        this.log.loadOlder();
      }
    }
  }

  /** Keeps in place what is read when rows above it are gone. */
  private shift(by: number): void {
    const viewport = this.viewport();
    viewport?.scrollToOffset(viewport.measureScrollOffset('top') + by);
  }
}
