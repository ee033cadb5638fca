import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { timeOfDay } from '../format/times';
import { Clock } from '../live/clock';
import { Theme } from '../theme/theme';
import { Icon, IconName } from './icon';
import { StateBadge, Tone } from './state-badge';

/** A page that the bar leads to. */
export interface Destination {
  readonly path: string;
  readonly label: string;
}

const THEMES = {
  system: { icon: 'auto', label: 'Theme: as the system. Change to light' },
  light: { icon: 'sun', label: 'Theme: light. Change to dark' },
  dark: { icon: 'moon', label: 'Theme: dark. Change to the system’s' },
} as const satisfies Record<string, { icon: IconName; label: string }>;

/** Name, state of the system, pages, theme and clock. */
@Component({
  selector: 'ui-top-bar',
  imports: [Icon, MatIconButton, MatTooltip, RouterLink, RouterLinkActive, StateBadge],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a class="skip" href="#main" (click)="skip($event)">Skip to content</a>
    <a class="name" routerLink="/">
      <img src="favicon.svg" alt="" width="24" height="24" />
      <span>{{ name() }}</span>
    </a>
    <ui-state class="state" role="status" [tone]="tone()" [label]="state()" />
    <span class="address mono quiet clip">{{ address }}</span>
    <nav aria-label="Pages">
      @for (page of pages(); track page.path) {
        <a
          [routerLink]="page.path"
          routerLinkActive="here"
          [routerLinkActiveOptions]="{ exact: page.path === '/' }"
          ariaCurrentWhenActive="page"
          >{{ page.label }}</a
        >
      }
    </nav>
    <button
      matIconButton
      type="button"
      [attr.aria-label]="look().label"
      [matTooltip]="look().label"
      (click)="theme.next()"
    >
      <ui-icon [name]="look().icon" />
    </button>
    <time class="clock mono">{{ time() }}</time>
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
  readonly pages = input<readonly Destination[]>([]);

  protected readonly address = location.host;
  protected readonly time = computed(() => timeOfDay(this.clock.now()));
  protected readonly look = computed(() => THEMES[this.theme.choice()]);

  /** A fragment alone would be looked up under the base address. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }
}
