import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { LogOut } from '../auth/log-out';
import { timeOfDay } from '../format/times';
import { Clock } from '../live/clock';
import { Theme, ThemeChoice } from '../theme/theme';
import { Icon, IconName } from './icon';
import { StateBadge, Tone } from './state-badge';
import { ToastOutlet } from './toast-outlet';

const THEMES = {
  system: { icon: 'auto', name: 'the system’s' },
  light: { icon: 'sun', name: 'light' },
  dark: { icon: 'moon', name: 'dark' },
} as const satisfies Record<ThemeChoice, { icon: IconName; name: string }>;

/** Name, state of the system, what is wrong, what happened lately, theme and clock. */
@Component({
  selector: 'ui-top-bar',
  imports: [Icon, LogOut, MatIconButton, MatTooltip, RouterLink, StateBadge, ToastOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a class="skip" href="#main" (click)="skip($event)">Skip to content</a>
    <div class="bar">
      <a class="name" routerLink="/">
        <img src="favicon.svg" alt="" width="24" height="24" />
        <span>{{ name() }}</span>
      </a>
      <ui-state class="state" role="status" [tone]="tone()" [label]="state()" />
      @if (!warning()) {
        <span class="address mono quiet clip">{{ address }}</span>
      }
      <ng-content select="nav" />
      <div class="place">
        <div class="warning" role="alert">
          @if (warning()) {
            <p [title]="warning()">{{ warning() }}</p>
          }
        </div>
        <ui-toast-outlet />
      </div>
      <ui-log-out />
      <button
        matIconButton
        type="button"
        class="theme"
        [attr.aria-label]="themeWords()"
        [matTooltip]="themeWords()"
        (click)="theme.next()"
      >
        <ui-icon [name]="look().icon" />
      </button>
      <time class="clock mono">{{ time() }}</time>
    </div>
  `,
  host: { role: 'banner' },
  styleUrl: './top-bar.css',
})
export class TopBar {
  private readonly clock = inject(Clock);
  protected readonly theme = inject(Theme);

  readonly name = input.required<string>();
  readonly tone = input.required<Tone>();
  readonly state = input.required<string>();
  /** What is wrong with what the page shows; empty where nothing is. */
  readonly warning = input('');

  protected readonly address = location.host;
  protected readonly time = computed(() => timeOfDay(this.clock.now()));
  protected readonly look = computed(() => THEMES[this.theme.choice()]);
  protected readonly themeWords = computed(
    () => `Theme: ${this.look().name}. Change to ${THEMES[this.theme.following()].name}`,
  );

  /** A fragment alone would be looked up under the base address. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }
}
