import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** A bar from 0 to 100 percent, which never moves back while it shows the same thing. */
@Component({
  selector: 'ui-progress',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      class="track"
      role="progressbar"
      [attr.aria-label]="label()"
      [attr.aria-valuenow]="shown()"
      aria-valuemin="0"
      aria-valuemax="100"
    >
      <div class="fill" [class]="tone()" [style.width.%]="percent()"></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      flex: 1;
      min-width: 48px;
    }
    .track {
      overflow: hidden;
      height: 6px;
      border-radius: 3px;
      background: var(--off-soft);
    }
    .fill {
      height: 100%;
      background: var(--accent);
      transition: width var(--quick) linear;
    }
    .fill.ok {
      background: var(--ok);
    }
    .fill.fail {
      background: var(--fail);
    }
    .fill.off {
      background: var(--off);
    }
  `,
})
export class Progress {
  readonly percent = input.required<number>();
  readonly label = input.required<string>();
  readonly tone = input<'accent' | 'ok' | 'fail' | 'off'>('accent');

  protected readonly shown = computed(() => Math.floor(this.percent()));
}
