import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ToastOutlet, TopBar } from 'shared';
import { CoordinatorStore } from './state/coordinator-store';

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, ToastOutlet, TopBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-top-bar name="Edge coordinator" [tone]="store.state().tone" [state]="store.state().label" />
    @if (store.connection.isStale()) {
      <p class="banner" role="alert">
        Connection lost. Trying again. What is shown may be out of date.
      </p>
    }
    <main id="main" tabindex="-1" [class.stale]="store.connection.isStale()">
      <router-outlet />
    </main>
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
      position: sticky;
      z-index: 700;
      top: var(--bar);
      padding: 4px 16px;
      background: var(--fail-soft);
      color: var(--fail);
      font-weight: 500;
      text-align: center;
    }
    .stale {
      filter: saturate(0.35);
    }
  `,
})
export class App {
  protected readonly store = inject(CoordinatorStore);

  constructor() {
    this.store.start();
  }
}
