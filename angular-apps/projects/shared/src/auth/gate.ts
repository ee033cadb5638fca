import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  InjectionToken,
  Provider,
  Type,
  computed,
  inject,
} from '@angular/core';
import { Identity } from './identity';
import { LoginForm } from './login-form';

interface Behind {
  readonly name: string;
  readonly page: Type<unknown>;
}

const BEHIND = new InjectionToken<Behind>('what is behind the gate');

/**
 * What is behind the gate.
 *
 * @param name of the server, shown where one logs in
 */
export function provideGate(name: string, page: Type<unknown>): Provider {
  return { provide: BEHIND, useValue: { name, page } satisfies Behind };
}

/** Shows the dashboard to those whom the server knows, to others where they log in. */
@Component({
  selector: 'ui-gate',
  imports: [LoginForm, NgComponentOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (identity.door()) {
      @case ('open') {
        @if (isInsecure()) {
          <p class="insecure" role="status">
            Everybody who reaches this server may do everything here (EDGE_INSECURE).
          </p>
        }
        <ng-container *ngComponentOutlet="behind.page" />
      }
      @case ('closed') {
        <ui-login-form [name]="behind.name" />
      }
    }
  `,
  styles: `
    .insecure {
      margin: 0;
      padding: 6px 16px;
      background: var(--wait-soft);
      color: var(--wait);
      text-align: center;
    }
  `,
})
export class Gate {
  protected readonly identity = inject(Identity);
  protected readonly behind = inject(BEHIND);
  protected readonly isInsecure = computed(() => this.identity.asker()?.proof === 'insecure');

  constructor() {
    void this.identity.ask();
  }
}
