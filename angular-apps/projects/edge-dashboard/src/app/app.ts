import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TopBar } from 'shared';
import { CoordinatorStore } from './state/coordinator-store';

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, TopBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-top-bar
      name="Edge coordinator"
      [tone]="store.state().tone"
      [state]="store.state().label"
      [warning]="warning()"
    />
    <main id="main" tabindex="-1" [class.stale]="store.connection.isStale()">
      <router-outlet />
    </main>
  `,
  styles: `
    main {
      max-width: 1792px;
      margin: 0 auto;
      padding: var(--gap) 16px 32px;
      outline: none;
    }
    .stale {
      filter: saturate(0.35);
    }
  `,
})
export class App {
  protected readonly store = inject(CoordinatorStore);

  protected readonly warning = computed(() =>
    this.store.connection.isStale()
      ? 'Connection lost. Trying again. What is shown may be out of date.'
      : '',
  );

  constructor() {
    this.store.start();
  }
}
