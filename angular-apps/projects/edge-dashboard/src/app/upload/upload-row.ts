import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Icon, Name, Progress, StateBadge, Tone, bytes, duration } from 'shared';
import { UploadItem, UploadState } from './upload-item';

const LABELS: Readonly<Record<UploadState, { tone: Tone; label: string }>> = {
  waiting: { tone: 'wait', label: 'waiting' },
  uploading: { tone: 'accent', label: 'uploading' },
  storing: { tone: 'accent', label: 'checking' },
  refused: { tone: 'fail', label: 'refused' },
  broken: { tone: 'fail', label: 'broken off' },
  cancelled: { tone: 'off', label: 'cancelled' },
};

/** One file on its way: how far, how fast, and what to do where it did not go. */
@Component({
  selector: 'app-upload-row',
  imports: [Icon, MatButton, MatIconButton, Name, Progress, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'data-row': '' },
  template: `
    <div class="line">
      <ui-name class="name" [name]="item().file.name" />
      <ui-state [tone]="state().tone" [label]="state().label" />
      <span class="actions">
        @if (item().isOpen()) {
          <button
            matIconButton
            type="button"
            [attr.aria-label]="'Cancel upload of ' + item().file.name"
            (click)="cancelled.emit()"
          >
            <ui-icon name="stop" />
          </button>
        } @else {
          @if (item().canRetry()) {
            <button
              matButton
              type="button"
              [attr.aria-label]="'Try again: ' + item().file.name"
              (click)="retried.emit()"
            >
              Try again
            </button>
          }
          <button
            matIconButton
            type="button"
            [attr.aria-label]="'Dismiss ' + item().file.name"
            (click)="dismissed.emit()"
          >
            <ui-icon name="close" />
          </button>
        }
      </span>
    </div>
    @if (item().isOpen()) {
      <ui-progress [percent]="item().percent()" [label]="'Upload of ' + item().file.name" />
      <p class="small quiet mono">{{ words() }}</p>
    } @else {
      <p class="small problem" [class.off]="state().tone === 'off'">
        {{ item().problem() }}
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 6px 0 8px;
      border-top: 1px solid var(--line);
    }
    .line {
      display: flex;
      align-items: center;
      gap: 8px;
      min-width: 0;
    }
    .name {
      flex: 0 1 auto;
    }
    ui-state {
      flex: none;
    }
    .actions {
      display: flex;
      flex: none;
      margin-left: auto;
    }
    .problem {
      color: var(--fail);
      overflow-wrap: anywhere;
    }
    .problem.off {
      color: var(--text-3);
    }
  `,
})
export class UploadRow {
  readonly item = input.required<UploadItem>();
  readonly cancelled = output();
  readonly retried = output();
  readonly dismissed = output();

  protected readonly state = computed(() => LABELS[this.item().state()]);

  protected readonly words = computed(() => {
    const item = this.item();
    const size = bytes(item.file.size);
    if (item.state() === 'waiting') {
      return `${size}, waits for its turn`;
    }
    if (item.state() === 'storing') {
      return `${size} sent, the coordinator looks at it`;
    }
    const sent = `${bytes(item.sent())} of ${size}`;
    const rate = item.rate();
    const left = item.secondsLeft();
    return rate && left !== null ? `${sent}, ${bytes(rate)}/s, ${duration(left)} left` : sent;
  });
}
