import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { Icon, IconName } from './icon';
import { besideIn } from './place';

/**
 * A button for what cannot be undone, or with a caption for what changes much: it asks in its own
 * place before it does anything. The question
 * lies above the page, so that no table or panel cuts it off, and is wholly in view wherever the
 * button is.
 */
@Component({
  selector: 'ui-confirm-button',
  imports: [Icon, MatButton, MatIconButton, MatTooltip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (caption()) {
      <button
        matButton="outlined"
        type="button"
        class="ask"
        [attr.aria-label]="label()"
        [attr.aria-expanded]="armed()"
        [disabled]="disabled()"
        (click)="arm()"
      >
        {{ caption() }}
      </button>
    } @else {
      <button
        matIconButton
        type="button"
        class="ask"
        [attr.aria-label]="label()"
        [attr.aria-expanded]="armed()"
        [matTooltip]="label()"
        [matTooltipDisabled]="armed()"
        [disabled]="disabled()"
        (click)="arm()"
      >
        <ui-icon [name]="icon()" />
      </button>
    }
    @if (armed()) {
      <div
        #asking
        class="question"
        [class.gentle]="caption()"
        popover="manual"
        role="group"
        [attr.aria-label]="label()"
        (focusout)="leaveTo($event.relatedTarget)"
      >
        @if (meaning()) {
          <p class="small">{{ meaning() }}</p>
        }
        <button matButton="filled" type="button" class="sure" (click)="confirm()">
          {{ question() }}
        </button>
        <button matButton type="button" class="keep" (click)="disarm()">
          {{ caption() ? 'Cancel' : 'Keep' }}
        </button>
      </div>
    }
  `,
  host: { '(keydown.escape)': 'disarm()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
    }
    .question {
      position: fixed;
      inset: auto;
      display: flex;
      align-items: center;
      gap: 4px;
      max-width: calc(100vw - 16px);
      margin: 0;
      padding: 4px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--panel);
      box-shadow: var(--shadow);
      color: var(--text);
    }
    .question p {
      flex-basis: 100%;
      max-width: 40ch;
      padding: 4px 8px 6px;
    }
    .question:has(p) {
      flex-wrap: wrap;
      width: max-content;
      max-width: min(340px, calc(100vw - 16px));
    }
    .sure {
      white-space: nowrap;
    }
    .question:not(.gentle) .sure {
      --mat-button-filled-container-color: var(--fail);
      --mat-button-filled-label-text-color: var(--panel);
    }
  `,
})
export class ConfirmButton {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly box = viewChild<ElementRef<HTMLElement>>('asking');

  readonly icon = input<IconName>('trash');
  /** A word in the place of the icon, for what destroys nothing. */
  readonly caption = input('');
  /** What comes of it, in a sentence or two, where the question does not tell. */
  readonly meaning = input('');
  /** What the button does, for example `Remove worker-2`. */
  readonly label = input.required<string>();
  /** What it asks, for example `Remove?` */
  readonly question = input.required<string>();
  readonly disabled = input(false);
  readonly confirmed = output();

  private readonly isAsking = signal(false);
  /** Whether it asks at this moment. */
  readonly armed = this.isAsking.asReadonly();

  constructor() {
    effect((onCleanup) => {
      const box = this.box()?.nativeElement;
      if (box) {
        box.showPopover?.();
        this.place(box);
        this.find('.sure')?.focus({ preventScroll: true });
        const asked = new AbortController();
        const { signal } = asked;
        const place = () => this.place(box);
        addEventListener('scroll', place, { capture: true, passive: true, signal });
        addEventListener('resize', place, { signal });
        document.addEventListener('pointerdown', (event) => this.leaveTo(event.target), { signal });
        onCleanup(() => asked.abort());
      }
    });
  }

  protected arm(): void {
    this.isAsking.set(true);
  }

  protected disarm(): void {
    if (this.armed()) {
      this.isAsking.set(false);
      this.find('.ask')?.focus({ preventScroll: true });
    }
  }

  protected confirm(): void {
    this.disarm();
    this.confirmed.emit();
  }

  /** Who goes elsewhere has answered, too. */
  protected leaveTo(target: EventTarget | null): void {
    if (target instanceof Node && !this.host.nativeElement.contains(target)) {
      this.isAsking.set(false);
    }
  }

  private place(box: HTMLElement): void {
    const ask = this.find('.ask');
    if (ask) {
      const { left, top } = besideIn(ask.getBoundingClientRect(), box.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: document.documentElement.clientHeight,
      });
      box.style.left = `${left}px`;
      box.style.top = `${top}px`;
    }
  }

  private find(selector: string): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(selector);
  }
}
