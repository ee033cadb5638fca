import { DOCUMENT, Injectable, computed, effect, inject, signal } from '@angular/core';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'edge.theme';
const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Light, dark or as the system has it; remembered in this browser. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly systemIsDark = signal(false);

  readonly choice = signal<ThemeChoice>(this.remembered());

  readonly isDark = computed(() =>
    this.choice() === 'system' ? this.systemIsDark() : this.choice() === 'dark',
  );

  constructor() {
    const system = this.document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
    if (system) {
      this.systemIsDark.set(system.matches);
      system.addEventListener('change', (event) => this.systemIsDark.set(event.matches));
    }
    effect(() => this.apply(this.choice()));
  }

  /**
   * What the next click brings: the other look, so that every click is seen; as the system has it
   * where that is the other look.
   */
  readonly following = computed<ThemeChoice>(() => {
    const isDarkNext = !this.isDark();
    const isSystems = this.choice() !== 'system' && this.systemIsDark() === isDarkNext;
    return isSystems ? 'system' : isDarkNext ? 'dark' : 'light';
  });

  next(): void {
    this.choice.set(this.following());
  }

  private apply(choice: ThemeChoice): void {
    const root = this.document.documentElement;
    if (choice === 'system') {
      delete root.dataset['theme'];
    } else {
      root.dataset['theme'] = choice;
    }
    try {
      this.document.defaultView?.localStorage.setItem(KEY, choice);
    } catch {
      // a browser that keeps nothing starts with the system's theme next time
    }
  }

  private remembered(): ThemeChoice {
    try {
      const kept = this.document.defaultView?.localStorage.getItem(KEY);
      return CHOICES.find((choice) => choice === kept) ?? 'system';
    } catch {
      return 'system';
    }
  }
}
