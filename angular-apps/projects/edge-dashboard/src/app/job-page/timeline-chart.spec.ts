import { ComponentFixture, TestBed } from '@angular/core/testing';
import { aBucket, aTimeline } from '../testing/samples';
import { TimelineChart } from './timeline-chart';

const timeline = aTimeline(
  [1, 2, 3].map((frame) =>
    aBucket({ from_ms: frame * 1_000, to_ms: frame * 1_000 + 1_000, frame_id: frame }),
  ),
);

describe('TimelineChart', () => {
  let fixture: ComponentFixture<TimelineChart>;
  let chosen: number[];

  beforeEach(() => {
    fixture = TestBed.createComponent(TimelineChart);
    fixture.componentRef.setInput('timeline', timeline);
    fixture.componentRef.setInput('at', 1);
    chosen = [];
    fixture.componentInstance.chosen.subscribe((frame) => chosen.push(frame));
    fixture.detectChanges();
  });

  const slider = () => fixture.nativeElement.querySelector('[role=slider]') as HTMLElement;
  const press = (key: string) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true });
    slider().dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('says where it stands', () => {
    expect(slider().getAttribute('aria-valuenow')).toBe('1');
    expect(slider().getAttribute('aria-valuetext')).toContain('0:02.0 to 0:03.0');
  });

  it.each([
    ['ArrowLeft', 1],
    ['ArrowRight', 3],
    ['Home', 1],
    ['End', 3],
    ['PageUp', 3],
  ])('walks with %s', (key, frame) => {
    expect(press(key)).toBe(true);
    expect(chosen).toEqual([frame]);
  });

  it('tells bars of which frames were not inferred from the others, and says so', () => {
    const legend = () => (fixture.nativeElement as HTMLElement).querySelector('.legend');
    expect(legend()?.textContent).not.toContain('inferred');
    const reused = aBucket({ from_ms: 2_000, to_ms: 3_000, reused: 5, frame_id: 2 });
    fixture.componentRef.setInput('timeline', aTimeline([aBucket(), reused]));
    fixture.detectChanges();
    const widths = [...fixture.nativeElement.querySelectorAll('rect')].map((bar: Element) =>
      Number(Number(bar.getAttribute('width')).toFixed(3)),
    );
    expect(widths).toEqual([0.82, 0.82, 0.3, 0.3]);
    expect(slider().getAttribute('aria-valuetext')).toContain('5 of them not inferred');
    expect(legend()?.textContent).toContain('fewer of its frames were inferred');
  });

  it('leaves other keys to the page', () => {
    expect(press('Tab')).toBe(false);
    expect(chosen).toEqual([]);
  });

  it('chooses by a click', () => {
    slider().getBoundingClientRect = () => ({ left: 0, width: 300 }) as DOMRect;
    slider().dispatchEvent(new MouseEvent('pointerdown', { clientX: 250 }));
    expect(chosen).toEqual([3]);
  });
});
