import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { RouterLink } from '@angular/router';
import { whole } from '../format/numbers';
import {
  AlertEntry,
  AlertFilter,
  alertsOf,
  conditionText,
  countByLevel,
  isClassLabel,
} from './alert-entry';
import { ClassChip } from './class-chip';
import { EmptyState } from './empty-state';
import { RelativeTime } from './relative-time';
import { StateBadge } from './state-badge';

const TONES = { critical: 'fail', warning: 'wait', info: 'accent' } as const;
const FILTERS: readonly AlertFilter[] = ['all', 'critical', 'warning', 'info'];

/** The alerts that it is given, the newest first, all or those of one level. */
@Component({
  selector: 'ui-alert-feed',
  imports: [
    ClassChip,
    EmptyState,
    MatButtonToggle,
    MatButtonToggleGroup,
    RelativeTime,
    RouterLink,
    StateBadge,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './alert-feed.html',
  styleUrl: './alert-feed.css',
})
export class AlertFeed {
  readonly alerts = input.required<readonly AlertEntry[]>();
  /** What the feed says while there is no alert at all. */
  readonly emptyHeading = input('No alert');
  readonly emptyHint = input('What needs attention appears here as soon as it is seen.');

  protected readonly filter = signal<AlertFilter>('all');
  protected readonly shown = computed(() => alertsOf(this.alerts(), this.filter()));

  protected readonly choices = computed(() => {
    const counts = countByLevel(this.alerts());
    return FILTERS.map((level) => ({ level, count: whole(counts[level]) }));
  });

  protected readonly isClass = isClassLabel;
  protected readonly words = conditionText;

  protected tone(alert: AlertEntry): 'fail' | 'wait' | 'accent' {
    return TONES[alert.level];
  }
}
