import { TestBed } from '@angular/core/testing';
import { Reading } from '../live/series';
import { Sparkline } from './sparkline';

const readings = (...values: number[]): readonly Reading[] =>
  values.map((value, i) => ({ at: i * 1_000, value }));

describe('Sparkline', () => {
  function show(inputs: Record<string, unknown>): HTMLElement {
    const fixture = TestBed.createComponent(Sparkline);
    for (const [name, value] of Object.entries({ label: 'Latency', spanMs: 2_000, ...inputs })) {
      fixture.componentRef.setInput(name, value);
    }
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  const lines = (page: HTMLElement): (string | null)[] =>
    ['polyline.second', 'polyline:not(.second)'].map(
      (line) => page.querySelector(line)?.getAttribute('points') ?? null,
    );
  const words = (page: HTMLElement): string =>
    page.querySelector('svg')?.getAttribute('aria-label') ?? '';

  it('draws the last minutes up to the right edge, the highest at the top', () => {
    expect(lines(show({ readings: readings(0, 5, 10) }))).toEqual([
      '',
      '0.0,27.0 60.0,14.5 120.0,2.0',
    ]);
  });

  it('draws a second quantity on the same scale and tells of both', () => {
    const second = { label: '95th percentile', readings: readings(20, 20, 20) };
    const page = show({ readings: readings(0, 5, 10), second });
    expect(lines(page)).toEqual(['0.0,2.0 60.0,2.0 120.0,2.0', '0.0,27.0 60.0,20.8 120.0,14.5']);
    expect(words(page)).toBe(
      'Latency: between 0 and 10 in the last minutes. ' +
        '95th percentile: between 20 and 20 in the last minutes',
    );
  });

  it('says that there is no reading yet', () => {
    expect(words(show({ readings: [] }))).toBe('Latency: no reading yet');
  });
});
