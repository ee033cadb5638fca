import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { AlertFilter, EmptyState, NoticeChoice, OneStop, Panel, whole } from 'shared';
import { AlertsState, alertKey } from '../state/alerts-state';
import { NOTICES } from '../state/notices';
import { AlertItem } from './alert-item';

const LEVELS: readonly AlertFilter[] = ['all', 'critical', 'warning', 'info'];

/** What a person should look at, what of it nobody has seen, and what is not wanted. */
@Component({
  selector: 'app-alert-panel',
  imports: [
    AlertItem,
    EmptyState,
    MatButton,
    MatButtonToggle,
    MatButtonToggleGroup,
    NoticeChoice,
    OneStop,
    Panel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './alert-panel.html',
  styleUrl: './alert-panel.css',
})
export class AlertPanel {
  protected readonly alerts = inject(AlertsState);

  protected readonly level = signal<AlertFilter>('all');
  protected readonly key = alertKey;
  protected readonly notices = NOTICES;
  protected readonly shown = computed(() => this.of(this.level()));
  protected readonly choices = computed(() =>
    LEVELS.map((level) => ({ level, count: whole(this.of(level).length) })),
  );
  protected readonly note = computed(() => {
    const unseen = this.alerts.unseen().length;
    return unseen === 0 ? '' : `${whole(unseen)} not acknowledged`;
  });

  private of(level: AlertFilter) {
    return this.alerts.wanted().filter((alert) => level === 'all' || alert.level === level);
  }
}
