import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  inject,
  Injector,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Icon } from './icon';
import { Toast, Toasts } from './toasts';

/**
 * Where toasts appear and are announced: in a place of the bar that is always kept for them, so that
 * they lie over no control and move nothing. Where it has less room, the older ones are not shown.
 */
@Component({
  selector: 'ui-toast-outlet',
  imports: [Icon, MatIconButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="log" role="log" aria-label="What happened" aria-live="polite">
      @for (toast of toasts.shown(); track toast.subject) {
        <div class="toast" [class]="toast.tone">
          <p class="words" [title]="toast.title + '. ' + toast.text">
            <strong>{{ toast.title }}</strong> {{ toast.text }}
          </p>
          <button
            matIconButton
            type="button"
            [attr.aria-label]="'Dismiss: ' + toast.title"
            (click)="dismiss(toast)"
            (keydown.escape)="dismiss(toast)"
          >
            <ui-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  host: {
    '(pointerenter)': 'toasts.hold(true)',
    '(pointerleave)': 'toasts.hold(false)',
    '(focusin)': 'toasts.hold(true)',
    '(focusout)': 'toasts.hold(false)',
  },
  styleUrl: './toast-outlet.css',
})
export class ToastOutlet {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly toasts = inject(Toasts);

  /** Who dismisses one by keyboard is at the next one then. */
  protected dismiss(toast: Toast): void {
    const hadFocus = this.host.nativeElement.contains(document.activeElement);
    this.toasts.dismiss(toast);
    this.toasts.hold(false);
    if (hadFocus) {
      const next = () => this.host.nativeElement.querySelector('button')?.focus();
      afterNextRender(next, { injector: this.injector });
    }
  }
}
