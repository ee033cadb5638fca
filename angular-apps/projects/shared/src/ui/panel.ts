import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';

let count = 0;

/** A titled part of the page; what stands under `[panelActions]` sits at the right of its title. */
@Component({
  selector: 'ui-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section [attr.aria-labelledby]="id">
      <header>
        <h2 [id]="id">{{ heading() }}</h2>
        @if (note()) {
          <span class="note">{{ note() }}</span>
        }
        <div class="actions"><ng-content select="[panelActions]" /></div>
      </header>
      <div class="body" [class.flush]="flush()"><ng-content /></div>
    </section>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    section {
      display: flex;
      flex-direction: column;
      height: 100%;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--panel);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
      min-height: 44px;
      padding: 6px var(--pad);
    }
    h2 {
      font-size: var(--size-s);
      font-weight: 600;
    }
    .note {
      color: var(--text-3);
      font-size: var(--size-xs);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px;
      margin-left: auto;
    }
    .body {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
      padding: 0 var(--pad) var(--pad);
    }
    .body.flush {
      padding: 0;
    }
  `,
})
export class Panel {
  readonly heading = input.required<string>();
  readonly note = input('');
  /** Whether the content reaches to the panel's edge. */
  readonly flush = input(false, { transform: booleanAttribute });

  protected readonly id = `panel-${++count}`;
}
