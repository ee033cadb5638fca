import {
  ChangeDetectionStrategy,
  Component,
  computed,
  booleanAttribute,
  input,
  output,
  signal,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatTooltip } from '@angular/material/tooltip';
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
import { Icon } from './icon';
import { Name } from './name';
import { RelativeTime } from './relative-time';
import { StateBadge, Tone } from './state-badge';

const TONES = { critical: 'fail', warning: 'wait', info: 'accent' } as const;
const FILTERS: readonly AlertFilter[] = ['all', 'critical', 'warning', 'info'];

/** The alerts that it is given, the newest first, all or those of one level. */
@Component({
  selector: 'ui-alert-feed',
  imports: [
    ClassChip,
    EmptyState,
    Icon,
    MatButtonToggle,
    MatButtonToggleGroup,
    MatIconButton,
    MatTooltip,
    Name,
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

  /** Whether alerts can be acknowledged and muted here. */
  readonly hasActions = input(false, { transform: booleanAttribute });
  readonly acknowledge = output<AlertEntry>();
  readonly mute = output<AlertEntry>();

  protected readonly filter = signal<AlertFilter>('all');
  protected readonly shown = computed(() => alertsOf(this.alerts(), this.filter()));

  protected readonly choices = computed(() => {
    const counts = countByLevel(this.alerts());
    return FILTERS.map((level) => ({ level, count: whole(counts[level]) }));
  });

  protected readonly isClass = isClassLabel;
  protected readonly words = conditionText;

  protected tone(alert: AlertEntry): Tone {
    return alert.isSeen ? 'off' : TONES[alert.level];
  }

  protected about({ source, message, labels }: AlertEntry): string {
    return `${source}: ${message || labels.join(', ')}`;
  }
}
