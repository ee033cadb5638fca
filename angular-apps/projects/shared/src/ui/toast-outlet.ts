import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Icon } from './icon';
import { Toasts } from './toasts';

/** Where toasts appear: a corner that holds no control, and a place that readers announce. */
@Component({
  selector: 'ui-toast-outlet',
  imports: [Icon, MatIconButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="log" aria-label="What happened" aria-live="polite">
      @for (toast of toasts.shown(); track toast) {
        <div class="toast" [class]="toast.tone">
          <div class="words">
            <strong>{{ toast.title }}</strong>
            <span>{{ toast.text }}</span>
          </div>
          <button matIconButton type="button" aria-label="Dismiss" (click)="toasts.dismiss(toast)">
            <ui-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      position: fixed;
      z-index: 900;
      right: 16px;
      bottom: 16px;
      width: min(360px, calc(100vw - 32px));
      pointer-events: none;
    }
    .toast {
      --tone: var(--off);
      display: flex;
      align-items: flex-start;
      margin-top: 8px;
      padding: 6px 2px 8px 12px;
      border: 1px solid var(--line);
      border-left: 4px solid var(--tone);
      border-radius: var(--radius);
      background: var(--panel);
      box-shadow: var(--shadow);
      pointer-events: auto;
    }
    .ok {
      --tone: var(--ok);
    }
    .wait {
      --tone: var(--wait);
    }
    .fail {
      --tone: var(--fail);
    }
    .accent {
      --tone: var(--accent);
    }
    .words {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-width: 0;
      padding-top: 4px;
      overflow-wrap: anywhere;
    }
    .words span {
      color: var(--text-2);
      font-size: var(--size-xs);
    }
  `,
})
export class ToastOutlet {
  protected readonly toasts = inject(Toasts);
}
