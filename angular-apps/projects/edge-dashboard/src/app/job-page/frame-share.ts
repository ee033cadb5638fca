import { DatePipe } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { CopyButton, Icon, Identity, problemText } from 'shared';
import { CoordinatorApi, FrameLink } from '../api/coordinator-api';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Makes a link to one frame and shows it; nothing for those who may not. */
@Component({
  selector: 'app-frame-share',
  imports: [CopyButton, DatePipe, Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (link(); as link) {
      <div class="link">
        <input class="mono small" readonly aria-label="Link to this frame" [value]="link.url" />
        <ui-copy-button label="Copy the link" [text]="link.url" />
      </div>
      <p class="small quiet" role="status">
        Whoever has it sees this frame and nothing else, until
        {{ link.expires_at | date: 'd MMM, HH:mm' }}.
        @if (isLocal()) {
          It can only be opened on this machine.
        }
      </p>
    } @else if (mayShare()) {
      <button matButton="outlined" type="button" [disabled]="busy()" (click)="share()">
        <ui-icon name="share" /> Share this frame
      </button>
    }
    @if (problem()) {
      <p class="small wrong" role="alert">{{ problem() }}</p>
    }
  `,
  styles: `
    .link {
      display: flex;
      align-items: center;
      gap: 4px;
    }
    input {
      flex: 1;
      min-width: 0;
      min-height: 36px;
      padding: 0 8px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--ground);
      color: var(--text);
    }
    .wrong {
      color: var(--fail);
    }
  `,
})
export class FrameShare {
  private readonly api = inject(CoordinatorApi);
  private readonly identity = inject(Identity);

  readonly jobId = input.required<string>();
  readonly frameId = input.required<number>();

  /** Of this frame alone. */
  protected readonly link = linkedSignal<number, FrameLink | null>({
    source: this.frameId,
    computation: () => null,
  });
  protected readonly problem = linkedSignal<number, string>({
    source: this.frameId,
    computation: () => '',
  });
  protected readonly busy = linkedSignal<number, boolean>({
    source: this.frameId,
    computation: () => false,
  });
  protected readonly isLocal = computed(() => {
    const link = this.link();
    return link !== null && LOOPBACK.test(new URL(link.url).hostname);
  });
  protected readonly mayShare = computed(() => {
    const asker = this.identity.asker();
    return asker === null || asker.roles.includes('operator');
  });

  protected async share(): Promise<void> {
    const frameId = this.frameId();
    this.busy.set(true);
    this.problem.set('');
    try {
      const link = await firstValueFrom(this.api.shareFrame(this.jobId(), frameId));
      if (this.frameId() === frameId) {
        this.link.set(link);
      }
    } catch (error) {
      if (this.frameId() === frameId) {
        this.problem.set(problemText(error));
      }
    } finally {
      if (this.frameId() === frameId) {
        this.busy.set(false);
      }
    }
  }
}
