import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import {
  ClassChip,
  Icon,
  Name,
  RelativeTime,
  StateBadge,
  conditionText,
  isClassLabel,
} from 'shared';
import { Alert } from '../api/wire';
import { AlertsState } from '../state/alerts-state';

const TONES = { critical: 'fail', warning: 'wait', info: 'accent' } as const;

/** One alert: what it says, the way to its frame, and that it was seen or is not wanted. */
@Component({
  selector: 'li[app-alert-item]',
  imports: [ClassChip, Icon, MatIconButton, MatTooltip, Name, RelativeTime, RouterLink, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.seen]': 'isSeen()' },
  template: `
    <div class="head">
      <ui-state [tone]="tone()" [label]="isSeen() ? alert().level + ', seen' : alert().level" />
      @if (alert().count > 1) {
        <span class="mono quiet small">× {{ alert().count }}</span>
      }
      <ui-name class="mono small source" [name]="alert().worker_id" />
      <ui-ago class="small quiet" [at]="alert().timestamp" />
    </div>
    @if (alert().message) {
      <p class="message">{{ alert().message }}</p>
    }
    <div class="foot small">
      @for (label of alert().alert_labels; track $index) {
        @if (isClass(label)) {
          <ui-class [label]="label" />
        } @else {
          <span class="condition">{{ condition(label) }}</span>
        }
      }
      @if (alert().job_id; as job) {
        <a
          [routerLink]="['/jobs', job, { frame: alert().frame_id }]"
          [title]="'frame_id ' + alert().frame_id"
          >Show the frame</a
        >
      }
      <span class="actions">
        @if (alerts.canAcknowledge(alert())) {
          <button
            matIconButton
            type="button"
            matTooltip="Seen: acknowledge"
            [attr.aria-label]="'Acknowledge: ' + words()"
            (click)="alerts.acknowledge([alert()])"
          >
            <ui-icon name="check" />
          </button>
        }
        <button
          matIconButton
          type="button"
          matTooltip="Mute alerts of this kind"
          [attr.aria-label]="'Mute alerts like: ' + words()"
          (click)="alerts.mute(alert())"
        >
          <ui-icon name="mute" />
        </button>
      </span>
    </div>
  `,
  styleUrl: './alert-item.css',
})
export class AlertItem {
  protected readonly alerts = inject(AlertsState);

  readonly alert = input.required<Alert>();

  protected readonly isSeen = computed(() => !!this.alert().acknowledged_at);
  protected readonly tone = computed(() => (this.isSeen() ? 'off' : TONES[this.alert().level]));
  protected readonly words = computed(() => this.alert().message || this.alert().level);
  protected readonly isClass = isClassLabel;
  protected readonly condition = conditionText;
}
