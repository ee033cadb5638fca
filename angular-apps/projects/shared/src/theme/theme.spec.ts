import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

describe('Theme', () => {
  let turn: (isDark: boolean) => void;

  /** A browser on a system that is light or dark, which may change its mind. */
  function on(systemIsDark: boolean): Theme {
    vi.stubGlobal('matchMedia', () => ({
      matches: systemIsDark,
      addEventListener: (_: string, tell: (event: { matches: boolean }) => void) =>
        (turn = (isDark) => tell({ matches: isDark })),
    }));
    return TestBed.inject(Theme);
  }

  beforeEach(() => localStorage.clear());
  afterEach(() => vi.unstubAllGlobals());

  it.each([false, true])('changes the look with every click, dark system: %s', (systemIsDark) => {
    const theme = on(systemIsDark);
    expect(theme.isDark()).toBe(systemIsDark);
    for (let click = 0; click < 6; click++) {
      const before = theme.isDark();
      theme.next();
      expect(theme.isDark()).toBe(!before);
    }
  });

  it('offers the system’s look again', () => {
    const theme = on(false);
    theme.next();
    expect(theme.choice()).toBe('dark');
    theme.next();
    expect(theme.choice()).toBe('system');
  });

  it('stays as it was chosen when the system changes', () => {
    const theme = on(false);
    theme.next();
    turn(true);
    expect([theme.choice(), theme.isDark()]).toEqual(['dark', true]);
    theme.next();
    expect([theme.choice(), theme.isDark()]).toEqual(['light', false]);
    turn(false);
    expect([theme.choice(), theme.isDark()]).toEqual(['light', false]);
  });

  it('is remembered, and marked where the styles look', () => {
    const theme = on(true);
    theme.next();
    TestBed.tick();
    expect(localStorage.getItem('edge.theme')).toBe('light');
    expect(document.documentElement.dataset['theme']).toBe('light');
  });
});
