import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Name, TopBar } from 'shared';
import { CoordinatorStore } from './state/coordinator-store';

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [Name, RouterLink, RouterLinkActive, RouterOutlet, TopBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-top-bar
      name="Edge coordinator"
      [tone]="store.state().tone"
      [state]="store.state().label"
      [warning]="warning()"
    >
      <nav aria-label="Pages">
        <a routerLink="/" routerLinkActive="here" [routerLinkActiveOptions]="{ exact: true }"
          >Overview</a
        >
        <a
          routerLink="/models"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          [title]="modelWords()"
          >Models
          @if (model(); as model) {
            <ui-name class="mono" [name]="model.name" />
          }
        </a>
      </nav>
    </ui-top-bar>
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
    nav {
      display: flex;
      flex: 0 1 auto;
      gap: 4px;
      min-width: 0;
    }
    nav a {
      display: flex;
      align-items: center;
      gap: 6px;
      min-width: 0;
      padding: 4px 8px;
      border-radius: var(--radius);
      text-decoration: none;
      white-space: nowrap;
    }
    nav a:hover,
    nav .here {
      background: var(--accent-soft);
    }
    nav ui-name {
      max-width: 22ch;
      color: var(--text-2);
      font-size: var(--size-xs);
    }
    @media (max-width: 1000px) {
      nav ui-name {
        display: none;
      }
    }
    @media (max-width: 700px) {
      nav {
        grid-area: 1 / 3;
      }
      nav a {
        min-height: 40px;
      }
      nav a:first-child {
        display: none;
      }
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

  protected readonly model = this.store.models.inUse;
  protected readonly modelWords = computed(() => {
    const model = this.model();
    return model ? `The pool goes by ${model.name}, licence: ${model.licence ?? 'none named'}` : '';
  });

  constructor() {
    this.store.start();
  }
}
