import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Icon } from './icon';
import { Toasts } from './toasts';

/**
 * Where toasts appear and are announced: in the bar, which has room for them, so that they lie over
 * nothing. Where it has less room, the older ones are not shown.
 */
@Component({
  selector: 'ui-toast-outlet',
  imports: [Icon, MatIconButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="log" role="log" aria-label="What happened" aria-live="polite">
      @for (toast of toasts.shown(); track toast.subject) {
        <div class="toast" [class]="toast.tone">
          <div class="words" [title]="toast.title + '. ' + toast.text">
            <strong class="clip">{{ toast.title }}</strong>
            <span class="text">{{ toast.text }}</span>
          </div>
          <button matIconButton type="button" aria-label="Dismiss" (click)="toasts.dismiss(toast)">
            <ui-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  styleUrl: './toast-outlet.css',
})
export class ToastOutlet {
  protected readonly toasts = inject(Toasts);
}
