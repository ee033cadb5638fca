import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { CopyButton } from './copy-button';
import { Icon, IconName } from './icon';

/** What stands where there is nothing yet: what it is and what to do next. */
@Component({
  selector: 'ui-empty-state',
  imports: [CopyButton, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-icon [name]="icon()" />
    <p class="title">{{ heading() }}</p>
    <p class="hint"><ng-content /></p>
    @if (command()) {
      <div class="command">
        <code class="mono">{{ command() }}</code>
        <ui-copy-button [text]="command()" />
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      gap: 4px;
      padding: 20px 8px;
      color: var(--text-3);
      text-align: center;
    }
    ui-icon {
      font-size: var(--size-l);
    }
    .title {
      color: var(--text-2);
      font-weight: 500;
    }
    .hint {
      max-width: 46ch;
      font-size: var(--size-xs);
    }
    .command {
      display: flex;
      align-items: center;
      max-width: 100%;
      margin-top: 4px;
      padding-left: 8px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--raised);
      color: var(--text);
    }
    code {
      padding: 4px 0;
      font-size: var(--size-xs);
      overflow-wrap: anywhere;
      text-align: left;
    }
  `,
})
export class EmptyState {
  readonly icon = input<IconName>('log');
  readonly heading = input.required<string>();
  /** A line for a terminal, with a button that copies it. */
  readonly command = input('');
}
