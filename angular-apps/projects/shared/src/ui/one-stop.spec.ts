import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { OneStop } from './one-stop';

@Component({
  imports: [OneStop],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul uiOneStop>
      @for (name of names(); track name) {
        <li>
          <a [href]="name">{{ name }}</a>
          <button type="button">remove {{ name }}</button>
        </li>
      }
    </ul>
  `,
})
class List {
  readonly names = signal(['a', 'b', 'c']);
}

describe('OneStop', () => {
  let fixture: ComponentFixture<List>;
  let list: HTMLElement;

  beforeEach(async () => {
    fixture = TestBed.createComponent(List);
    list = (fixture.nativeElement as HTMLElement).querySelector('ul') as HTMLElement;
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  });
  afterEach(() => (fixture.nativeElement as HTMLElement).remove());

  const stops = () =>
    [...list.querySelectorAll<HTMLElement>('a, button')]
      .filter((control) => control.tabIndex === 0)
      .map((control) => control.textContent);
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  const at = () => document.activeElement?.textContent;

  it('is one tab stop, however long it is', () => {
    expect(stops()).toEqual(['a']);
    expect(list.hasAttribute('tabindex')).toBe(false);
  });

  it('is walked by arrows: along a row, and from row to row at the same place', () => {
    list.querySelector('a')?.focus();
    press('ArrowRight');
    expect(at()).toBe('remove a');
    press('ArrowDown');
    expect(at()).toBe('remove b');
    expect(stops()).toEqual(['remove b']);
    press('End');
    press('ArrowDown');
    expect(at()).toBe('remove c');
    press('Home');
    press('ArrowUp');
    expect(at()).toBe('a');
  });

  it('keeps a stop when its control goes, and can be scrolled when all are gone', async () => {
    list.querySelector('a')?.focus();
    fixture.componentInstance.names.set(['b', 'c']);
    await fixture.whenStable();
    await vi.waitFor(() => expect(stops()).toEqual(['b']));
    fixture.componentInstance.names.set([]);
    await fixture.whenStable();
    await vi.waitFor(() => expect(list.tabIndex).toBe(0));
  });
});
