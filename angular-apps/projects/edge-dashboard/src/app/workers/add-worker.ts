import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { EmptyState } from 'shared';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** How another machine's worker joins: with the address that this page came from. */
@Component({
  selector: 'app-add-worker',
  imports: [EmptyState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-empty-state icon="worker" [heading]="heading()" [command]="command">
      @if (isLoopback) {
        On this machine, in a second terminal. From another one, name this machine in the place of
        {{ host }}, and start the coordinator with HOST=0.0.0.0, so that it can be reached: ./edge
        join then prints the line for the other.
      } @else {
        On any machine that reaches this address. Where tokens are asked for, ./edge join on the
        coordinator’s machine prints this line with a code in it.
      }
    </ui-empty-state>
  `,
})
export class AddWorker {
  readonly heading = input('One more worker');

  protected readonly host = location.hostname;
  protected readonly isLoopback = LOOPBACK.test(location.hostname);
  protected readonly command = `./edge worker --coordinator ${location.origin}`;
}
