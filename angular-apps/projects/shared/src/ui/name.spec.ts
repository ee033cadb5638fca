import { TestBed } from '@angular/core/testing';
import { Name } from './name';

describe('Name', () => {
  function shown(name: string): HTMLElement {
    const fixture = TestBed.createComponent(Name);
    fixture.componentRef.setInput('name', name);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('shows a short name as it is', () => {
    const element = shown('gate-1');
    expect(element.textContent.trim()).toBe('gate-1');
    expect(element.title).toBe('gate-1');
  });

  it('says a long one whole to those who hear it, and draws it in two parts', () => {
    const name = '<b>"'.repeat(40);
    const element = shown(name);
    expect(element.title).toBe(name);
    expect(element.querySelector('.whole')?.textContent).toBe(name);
    const cut = element.querySelector('[aria-hidden=true]');
    expect(cut?.textContent).toBe(name);
    expect(element.querySelector('b')).toBeNull();
  });
});
