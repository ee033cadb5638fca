import { ComponentFixture, TestBed } from '@angular/core/testing';
import { ToastOutlet } from './toast-outlet';
import { Toasts } from './toasts';

describe('ToastOutlet', () => {
  let fixture: ComponentFixture<ToastOutlet>;
  let toasts: Toasts;
  const buttons = () => [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];

  beforeEach(() => {
    toasts = TestBed.inject(Toasts);
    fixture = TestBed.createComponent(ToastOutlet);
    document.body.append(fixture.nativeElement as HTMLElement);
    ['a', 'b'].forEach((subject) =>
      toasts.show({ subject, title: `Title ${subject}`, text: 'words', tone: 'ok' }),
    );
    fixture.detectChanges();
  });

  it('names what each button dismisses', () => {
    expect(buttons().map((button) => button.ariaLabel)).toEqual([
      'Dismiss: Title a',
      'Dismiss: Title b',
    ]);
  });

  it('goes on to the next one where one was dismissed by keyboard', async () => {
    buttons()[0]?.focus();
    buttons()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await fixture.whenStable();
    expect(toasts.shown().map(({ subject }) => subject)).toEqual(['b']);
    expect(document.activeElement).toBe(buttons()[0]);
  });
});
