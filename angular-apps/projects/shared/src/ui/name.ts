import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { nameParts } from '../format/name-parts';

/**
 * A name of anybody's choice in one line: where it has not the room it is cut in the middle, since
 * names of a row differ at their end. The whole is its tooltip, and what those hear who hear the page.
 */
@Component({
  selector: 'ui-name',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (parts().tail) {
      <span class="visually-hidden whole">{{ name() }}</span>
      <span class="cut" dir="auto" aria-hidden="true"
        ><span class="head">{{ parts().head }}</span
        ><span class="tail">{{ parts().tail }}</span></span
      >
    } @else {
      <bdi class="clip">{{ name() }}</bdi>
    }
  `,
  host: { '[attr.title]': 'name()' },
  styles: `
    :host {
      position: relative;
      display: inline-flex;
      max-width: 100%;
      min-width: 0;
      vertical-align: bottom;
    }
    .whole {
      user-select: none;
    }
    .cut {
      display: flex;
      min-width: 0;
      white-space: pre;
    }
    .head {
      flex: 0 9999 auto;
      overflow: hidden;
      min-width: 2ch;
      text-overflow: ellipsis;
    }
    .tail {
      flex: 0 1 auto;
      overflow: hidden;
      min-width: 0;
    }
  `,
})
export class Name {
  readonly name = input.required<string>();

  protected readonly parts = computed(() => nameParts(this.name()));
}
