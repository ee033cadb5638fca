import { DestroyRef, Directive, ElementRef, afterNextRender, inject } from '@angular/core';

const CONTROLS = 'a[href], button:not([disabled])';
/** Controls that ask together are reached together. */
const TOGETHER = 'ui-confirm-button';
const ROWS = 'tr, li, [data-row], [role="row"]';

/**
 * One tab stop for a long list: Tab goes to it and past it, arrows, Home and End go from control to
 * control inside. A list without controls can be scrolled by keys all the same.
 */
@Directive({
  selector: '[uiOneStop]',
  host: {
    '(keydown)': 'key($event)',
    '(focusin)': 'entered($event)',
  },
})
export class OneStop {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private current: HTMLElement | null = null;

  constructor() {
    const changes = new MutationObserver(() => this.arrange());
    afterNextRender(() => {
      this.arrange();
      changes.observe(this.host, {
        childList: true,
        subtree: true,
        attributeFilter: ['disabled', 'href'],
      });
    });
    inject(DestroyRef).onDestroy(() => changes.disconnect());
  }

  protected entered(event: Event): void {
    if (event.target instanceof HTMLElement && event.target.matches(CONTROLS)) {
      this.current = event.target;
      this.arrange();
    }
  }

  protected key(event: KeyboardEvent): void {
    const controls = this.controls();
    const at = controls.findIndex((control) => control === event.target);
    const to = at < 0 || event.altKey || event.ctrlKey ? null : this.next(event.key, controls, at);
    if (to) {
      event.preventDefault();
      to.focus();
    }
  }

  private next(key: string, controls: readonly HTMLElement[], at: number): HTMLElement | null {
    switch (key) {
      case 'ArrowRight':
        return controls[at + 1] ?? null;
      case 'ArrowLeft':
        return controls[at - 1] ?? null;
      case 'Home':
        return controls[0] ?? null;
      case 'End':
        return controls.at(-1) ?? null;
      case 'ArrowDown':
        return sameOf(controls, at, 1);
      case 'ArrowUp':
        return sameOf(controls, at, -1);
      default:
        return null;
    }
  }

  private controls(): readonly HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>(CONTROLS)];
  }

  private arrange(): void {
    const controls = this.controls();
    if (!this.current || !controls.includes(this.current)) {
      this.current = controls[0] ?? null;
    }
    const group = this.current?.closest(TOGETHER) ?? null;
    for (const control of controls) {
      const isStop = control === this.current || (group !== null && group.contains(control));
      control.tabIndex = isStop ? 0 : -1;
    }
    if (controls.length === 0) {
      this.host.tabIndex = 0;
    } else {
      this.host.removeAttribute('tabindex');
    }
  }
}

/** The control at the same place of the next row that has one, or at its end. */
function sameOf(controls: readonly HTMLElement[], at: number, step: 1 | -1): HTMLElement | null {
  const from = controls[at];
  const row = from?.closest(ROWS);
  if (!from || !row) {
    return controls[at + step] ?? null;
  }
  const place = controls.filter((control) => row.contains(control)).indexOf(from);
  let next = at;
  while (controls[next] && row.contains(controls[next] as Node)) {
    next += step;
  }
  const other = controls[next]?.closest(ROWS);
  const beside = controls.filter((control) => other?.contains(control));
  return beside[Math.min(place, beside.length - 1)] ?? null;
}
