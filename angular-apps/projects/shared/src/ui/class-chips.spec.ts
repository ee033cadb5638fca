import { TestBed } from '@angular/core/testing';
import { ClassChips } from './class-chips';

describe('ClassChips', () => {
  function show(counts: Readonly<Record<string, number>>): HTMLElement {
    const fixture = TestBed.createComponent(ClassChips);
    fixture.componentRef.setInput('counts', counts);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  const names = (page: HTMLElement): string[] =>
    [...page.querySelectorAll('ui-class')].map((chip) => chip.textContent.trim());

  it('names the most frequent classes first', () => {
    expect(names(show({ car: 1, person: 7, bus: 1 })).map((name) => name.split(/\s/)[0])).toEqual([
      'person',
      'bus',
      'car',
    ]);
  });

  it('says for each width how many more there are', () => {
    const page = show({ a: 9, b: 8, c: 7, d: 6 });
    const more = [...page.querySelectorAll('.more')].map((rest) => [
      [...rest.classList].find((name) => name.startsWith('at-')),
      rest.textContent,
    ]);
    expect(more).toEqual([
      ['at-2', '+2'],
      ['at-3', '+1'],
    ]);
  });

  it('has all of them in its title, and eight at most as chips', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`class-${i}`, 30 - i]));
    const page = show(many);
    expect(names(page)).toHaveLength(8);
    expect(page.querySelector<HTMLElement>('.line')?.title).toContain('class-29 1');
  });
});
