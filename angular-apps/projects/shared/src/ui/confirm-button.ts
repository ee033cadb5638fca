import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { Icon, IconName } from './icon';

const ARMED_MS = 6_000;

/** A button for what cannot be undone: it asks in its own place before it does anything. */
@Component({
  selector: 'ui-confirm-button',
  imports: [Icon, MatButton, MatIconButton, MatTooltip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (armed()) {
      <button matButton="filled" type="button" class="sure" (click)="confirm()">
        {{ question() }}
      </button>
      <button matIconButton type="button" aria-label="Keep" (click)="disarm()">
        <ui-icon name="close" />
      </button>
    } @else {
      <button
        matIconButton
        type="button"
        class="ask"
        [attr.aria-label]="label()"
        [matTooltip]="label()"
        [disabled]="disabled()"
        (click)="arm()"
      >
        <ui-icon [name]="icon()" />
      </button>
    }
  `,
  host: { '(keydown.escape)': 'disarm()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
    }
    .sure {
      --mat-button-filled-container-color: var(--fail);
      --mat-button-filled-label-text-color: var(--panel);
      white-space: nowrap;
    }
  `,
})
export class ConfirmButton {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly icon = input<IconName>('trash');
  /** What the button does, for example `Remove worker-2`. */
  readonly label = input.required<string>();
  /** What it asks, for example `Remove?` */
  readonly question = input.required<string>();
  readonly disabled = input(false);
  readonly confirmed = output();

  private readonly isAsking = signal(false);
  /** Whether it asks at this moment. */
  readonly armed = this.isAsking.asReadonly();
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected arm(): void {
    this.isAsking.set(true);
    this.timer = setTimeout(() => this.isAsking.set(false), ARMED_MS);
    this.focus('.sure');
  }

  protected disarm(): void {
    if (this.armed()) {
      clearTimeout(this.timer);
      this.isAsking.set(false);
      this.focus('.ask');
    }
  }

  protected confirm(): void {
    this.disarm();
    this.confirmed.emit();
  }

  private focus(selector: string): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus());
  }
}
