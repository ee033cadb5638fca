import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { classColour } from '../format/class-colour';
import { whole } from '../format/numbers';
import { Name } from './name';

/** A class with its colour, and how many where that is known. */
@Component({
  selector: 'ui-class',
  imports: [Name],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="swatch" aria-hidden="true" [style.background]="colour()"></span
    ><ui-name [name]="label()" />&ngsp;
    @if (count() !== null) {
      <span class="mono count">{{ shown() }}</span>
    }`,
  styles: `
    :host {
      display: inline-flex;
      align-items: baseline;
      gap: 5px;
      min-width: 0;
      max-width: 100%;
      white-space: nowrap;
    }
    .swatch {
      flex: none;
      width: 9px;
      height: 9px;
      border: 1px solid var(--line-strong);
      border-radius: 2px;
    }
    .count {
      color: var(--text-2);
    }
  `,
})
export class ClassChip {
  readonly label = input.required<string>();
  readonly count = input<number | null>(null);

  protected readonly colour = computed(() => classColour(this.label()));
  protected readonly shown = computed(() => whole(this.count()));
}
