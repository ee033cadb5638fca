import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ToastOutlet, Tone, TopBar, timeOfDay } from 'shared';
import { AdminStore, Connection } from './store/admin-store';
import { Announcer } from './store/announcer';

const STATES: Record<Connection, { tone: Tone; label: string }> = {
  connecting: { tone: 'wait', label: 'connecting' },
  online: { tone: 'ok', label: 'online' },
  polling: { tone: 'wait', label: 'online, asking every 3 s' },
  offline: { tone: 'fail', label: 'offline' },
};

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, ToastOutlet, TopBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-top-bar name="Edge admin" [tone]="state().tone" [state]="state().label" />
    <div role="alert">
      @if (isOffline()) {
        <p class="banner">Connection lost. Trying again. {{ asOf() }}</p>
      }
    </div>
    <main id="main" tabindex="-1" [class.stale]="isOffline()"><router-outlet /></main>
    <ui-toast-outlet />
  `,
  styles: `
    main {
      max-width: 1792px;
      margin: 0 auto;
      padding: var(--gap) 16px 88px;
      outline: none;
    }
    .banner {
      padding: 6px 16px;
      border-bottom: 1px solid var(--line);
      background: var(--fail-soft);
      color: var(--fail);
      font-weight: 500;
      text-align: center;
    }
  `,
})
export class App {
  private readonly admin = inject(AdminStore);

  protected readonly state = computed(() => STATES[this.admin.connection()]);
  protected readonly isOffline = computed(() => this.admin.connection() === 'offline');
  protected readonly asOf = computed(() => {
    const at = this.admin.lastAnswer();
    return at === null ? '' : `What is shown is from ${timeOfDay(at)}.`;
  });

  constructor() {
    inject(Announcer);
  }
}
