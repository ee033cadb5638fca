import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** `ok` a disc, `wait` a half disc, `fail` a square, `off` a ring: told apart without colour. */
export type Tone = 'ok' | 'wait' | 'fail' | 'off' | 'accent';

/** A state as a shape and a word. */
@Component({
  selector: 'ui-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="mark" aria-hidden="true"></span>{{ label() }}`,
  host: { '[class]': 'tone()' },
  styles: `
    :host {
      --tone: var(--off);
      --soft: var(--off-soft);
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 1px 8px 1px 6px;
      border-radius: 999px;
      background: var(--soft);
      color: var(--tone);
      font-size: var(--size-xs);
      font-weight: 500;
      white-space: nowrap;
    }
    :host(.ok) {
      --tone: var(--ok);
      --soft: var(--ok-soft);
    }
    :host(.wait) {
      --tone: var(--wait);
      --soft: var(--wait-soft);
    }
    :host(.fail) {
      --tone: var(--fail);
      --soft: var(--fail-soft);
    }
    :host(.accent) {
      --tone: var(--accent);
      --soft: var(--accent-soft);
    }
    .mark {
      width: 8px;
      height: 8px;
      border: 2px solid var(--tone);
      border-radius: 50%;
    }
    :host(.ok) .mark,
    :host(.accent) .mark {
      background: var(--tone);
    }
    :host(.wait) .mark {
      background: linear-gradient(90deg, var(--tone) 50%, transparent 50%);
    }
    :host(.fail) .mark {
      border-radius: 1px;
      background: var(--tone);
    }
  `,
})
export class StateBadge {
  readonly tone = input.required<Tone>();
  readonly label = input.required<string>();
}
