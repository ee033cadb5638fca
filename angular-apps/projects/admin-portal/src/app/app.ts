import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Tone, TopBar, timeOfDay } from 'shared';
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
  imports: [RouterOutlet, TopBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-top-bar
      name="Edge admin"
      [tone]="state().tone"
      [state]="state().label"
      [warning]="warning()"
    />
    <main id="main" tabindex="-1" [class.stale]="isOffline()"><router-outlet /></main>
  `,
  styles: `
    main {
      max-width: 1792px;
      margin: 0 auto;
      padding: var(--gap) 16px 32px;
      outline: none;
    }
  `,
})
export class App {
  private readonly admin = inject(AdminStore);

  protected readonly state = computed(() => STATES[this.admin.connection()]);
  protected readonly isOffline = computed(() => this.admin.connection() === 'offline');
  protected readonly warning = computed(() => {
    const at = this.admin.lastAnswer();
    const asOf = at === null ? '' : ` What is shown is from ${timeOfDay(at)}.`;
    return this.isOffline() ? `Connection lost. Trying again.${asOf}` : '';
  });

  constructor() {
    inject(Announcer);
  }
}
