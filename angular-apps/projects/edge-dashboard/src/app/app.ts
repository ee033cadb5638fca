import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ToastOutlet, TopBar } from 'shared';

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, ToastOutlet, TopBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-top-bar name="Edge coordinator" tone="wait" state="connecting" />
    <main id="main" tabindex="-1"><router-outlet /></main>
    <ui-toast-outlet />
  `,
  styles: `
    main {
      max-width: 1792px;
      margin: 0 auto;
      padding: var(--gap) 16px 88px;
      outline: none;
    }
  `,
})
export class App {}
