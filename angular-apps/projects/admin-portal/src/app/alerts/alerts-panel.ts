import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AlertEntry, AlertFeed, Mutes, NoticeChoice, Panel, kindOf, whole } from 'shared';
import { AlertStore } from '../store/alert-store';
import { NOTICES } from '../store/notices';

/** What the cameras warn of, what of it nobody has seen, and what is not wanted here. */
@Component({
  selector: 'app-alerts-panel',
  imports: [AlertFeed, MatButton, NoticeChoice, Panel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-panel heading="Alerts" [note]="note()">
      @if (alerts.unseen().length > 0) {
        <button panelActions matButton type="button" (click)="alerts.acknowledge(alerts.unseen())">
          Acknowledge all
        </button>
      }
      @if (alerts.error() && !alerts.isLoaded()) {
        <p class="error">The alerts could not be read: {{ alerts.error() }}</p>
      } @else if (alerts.isLoaded()) {
        <ui-alert-feed
          hasActions
          [alerts]="alerts.wanted()"
          emptyHint="What the cameras warn of appears here."
          (acknowledge)="acknowledge($event)"
          (mute)="mutes.set(kind($event), true)"
        />
      }
      <ui-notice-choice [notices]="notices" />
    </ui-panel>
  `,
  styles: `
    ui-panel {
      height: 100%;
    }
    .error {
      color: var(--fail);
    }
    ui-notice-choice {
      flex: none;
      margin-top: auto;
    }
  `,
})
export class AlertsPanel {
  protected readonly alerts = inject(AlertStore);
  protected readonly mutes = inject(Mutes);
  protected readonly notices = NOTICES;
  protected readonly kind = kindOf;

  protected readonly note = computed(() => {
    const unseen = this.alerts.unseen().length;
    return !this.alerts.isLoaded()
      ? 'loading'
      : unseen > 0
        ? `${whole(unseen)} not acknowledged`
        : '';
  });

  protected acknowledge({ key }: AlertEntry): void {
    this.alerts.acknowledge(this.alerts.entries().filter((entry) => entry.key === key));
  }
}
