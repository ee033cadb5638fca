import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Identity } from './identity';

/** Says who is logged in, and logs out; nothing where nobody is. */
@Component({
  selector: 'ui-log-out',
  imports: [MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (name(); as name) {
      <button
        matButton
        type="button"
        [attr.aria-label]="'Log out ' + name"
        (click)="identity.logOut()"
      >
        Log out {{ name }}
      </button>
    }
  `,
})
export class LogOut {
  protected readonly identity = inject(Identity);
  protected readonly name = computed(() => {
    const asker = this.identity.asker();
    return asker?.proof === 'account' || asker?.proof === 'oidc' ? asker.name : null;
  });
}
