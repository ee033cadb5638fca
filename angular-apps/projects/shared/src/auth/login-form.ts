import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { Identity, LoginWays, OUTCOME } from './identity';

/** Where somebody says who they are. */
@Component({
  selector: 'ui-login-form',
  imports: [MatAnchor, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main>
      <section>
        <h1>
          <img src="favicon.svg" alt="" width="32" height="32" />
          {{ name() }}
        </h1>
        @if (ways()?.refusal; as refusal) {
          <p role="alert" class="wrong">{{ refusal }}</p>
        }
        @if (ways()?.provider; as provider) {
          <a matButton="filled" [href]="provider.path + '?to=' + page">
            Log in with {{ provider.name }}
          </a>
          @if (!provider.available) {
            <p class="small quiet" role="status">
              {{ provider.name }} does not answer at this moment.
            </p>
          }
        }
        @if (hasPasswords()) {
          <form (submit)="send($event, user.value, password.value)">
            <label>
              User
              <input #user name="user" autocomplete="username" required autocapitalize="none" />
            </label>
            <label>
              Password
              <input
                #password
                name="password"
                type="password"
                autocomplete="current-password"
                required
              />
            </label>
            <p role="alert" class="wrong">{{ wrong() }}</p>
            <button
              [matButton]="ways()?.provider ? 'outlined' : 'filled'"
              type="submit"
              [disabled]="busy()"
            >
              Log in
            </button>
            <p class="small quiet">
              An account is made on the server's machine:
              <code class="command">./edge user add NAME --role viewer</code>
            </p>
          </form>
        }
      </section>
    </main>
  `,
  styles: `
    main {
      display: grid;
      min-height: 100vh;
      padding: var(--pad);
      place-items: center;
    }
    section,
    form {
      display: grid;
      gap: var(--gap);
    }
    section {
      width: min(340px, 100%);
      padding: 24px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--panel);
    }
    .command {
      display: block;
    }
    h1 {
      display: flex;
      align-items: center;
      gap: 8px;
      margin: 0;
      font-size: var(--size-l);
    }
    label {
      display: grid;
      gap: 4px;
      font-size: var(--size-s);
    }
    input {
      min-height: 40px;
      padding: 0 8px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--ground);
      color: var(--text);
      font: inherit;
    }
    .wrong {
      min-height: 1.5em;
      overflow-wrap: anywhere;
      margin: 0;
      color: var(--fail);
    }
    .small {
      margin: 0;
    }
  `,
})
export class LoginForm {
  private readonly identity = inject(Identity);

  /** Of the server. */
  readonly name = input.required<string>();

  protected readonly ways = signal<LoginWays | null>(null);
  protected readonly hasPasswords = computed(() => {
    const ways = this.ways();
    return !ways?.provider || ways.passwords;
  });
  /** What is shown again after a login elsewhere. */
  protected readonly page = encodeURIComponent(location.pathname);

  protected readonly wrong = signal('');
  protected readonly busy = signal(false);

  constructor() {
    void this.look();
  }

  /** What a provider led back with is said, too. */
  private async look(): Promise<void> {
    const outcome = new URLSearchParams(location.search).get(OUTCOME) ?? '';
    this.ways.set(await this.identity.ways(outcome));
  }

  protected async send(event: Event, user: string, password: string): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    this.wrong.set(await this.identity.logIn(user, password));
    this.busy.set(false);
  }
}
