import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { Detection } from '../api/wire';
import { MOST_ENTRIES } from '../store/detection-log';
import { LogDesk } from '../testing/log-desk';
import { event, events } from '../testing/samples';
import { LogPanel } from './log-panel';

/** What the document of the specs does not do: it has no layout. */
function scrollTo(this: Element, { top }: ScrollToOptions): void {
  this.scrollTop = top ?? this.scrollTop;
}

describe('LogPanel', () => {
  let fixture: ComponentFixture<LogPanel>;
  let page: HTMLElement;
  let loader: HarnessLoader;
  let desk: LogDesk;

  beforeEach(async () => {
    Object.defineProperty(Element.prototype, 'scrollTo', { configurable: true, value: scrollTo });
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    desk = new LogDesk();
    fixture = TestBed.createComponent(LogPanel);
    page = fixture.nativeElement as HTMLElement;
    loader = TestbedHarnessEnvironment.loader(fixture);
    await fixture.whenStable();
  });
  afterEach(() => Reflect.deleteProperty(Element.prototype, 'scrollTo'));

  async function show(detections: readonly Detection[], next: string | null = null): Promise<void> {
    desk.begin(detections, next);
    await fixture.whenStable();
  }

  async function hear(detection: Detection): Promise<void> {
    desk.log.hear([detection]);
    await fixture.whenStable();
  }

  async function scroll(offset: number): Promise<void> {
    viewport()?.scrollTo({ top: offset });
    viewport()?.dispatchEvent(new Event('scroll'));
    await fixture.whenStable();
  }

  const viewport = () => page.querySelector('cdk-virtual-scroll-viewport');

  const button = (text: RegExp) => loader.getHarness(MatButtonHarness.with({ text }));
  const buttons = (text: RegExp) => loader.getAllHarnesses(MatButtonHarness.with({ text }));
  const rows = () => [...page.querySelectorAll('app-log-row')].map((row) => row.textContent);

  it('lists each event with its camera, its sum and its classes', async () => {
    expect(page.textContent).toContain('Loading');
    await show([
      event(2, { camera_id: 'yard' }),
      event(1, { object_counts: {}, vehicle_types: [] }),
    ]);
    expect(rows()).toHaveLength(2);
    expect(rows()[0]).toMatch(/yard.*3.*car.*2.*bus.*1/s);
    expect(rows()[1]).toContain('nothing seen');
    expect(page.textContent).toContain('2 shown');
    expect(page.textContent).toContain('The log begins here.');
  });

  it('says what appears here where there is nothing', async () => {
    await show([]);
    expect(page.textContent).toContain('Nothing detected yet');
    expect(page.textContent).not.toContain('The log begins here.');
  });

  it('says why the log could not be read', async () => {
    desk.log.refresh();
    desk.fail();
    await fixture.whenStable();
    expect(page.querySelector('.error')?.textContent).toContain('The database is busy.');
    expect(page.textContent).not.toContain('Loading');
  });

  it('pauses, tells how much is new, and goes on at once when asked to', async () => {
    await show([event(1)]);
    const pause = await button(/Pause/);
    const isPressed = async () => (await pause.host()).getAttribute('aria-pressed');
    expect(await isPressed()).toBe('false');
    await pause.click();
    expect(await isPressed()).toBe('true');
    expect(await pause.getText()).toContain('Go on');
    await hear(event(2));
    expect(rows()).toHaveLength(1);
    await (await button(/^\s*1 new/)).click();
    expect(rows()).toHaveLength(2);
    expect(await isPressed()).toBe('false');
    expect(await buttons(/ new/)).toEqual([]);
  });

  it('says how much is new at least where it could not keep all', async () => {
    await show([event(1)], 'c');
    desk.log.pause(true);
    desk.log.refresh();
    desk.answer(events(9, 8), 'c');
    await fixture.whenStable();
    expect(await buttons(/^\s*2\+ new/)).toHaveLength(1);
  });

  it('holds the news back while the user is further down', async () => {
    await show(events(30, 1));
    await scroll(18);
    await hear(event(31));
    expect(await buttons(/^\s*1 new/)).toHaveLength(1);
    await scroll(17);
    expect(await buttons(/ new/)).toEqual([]);
    expect(desk.shown?.[0]).toBe(31);
  });

  it('goes to the top with the news', async () => {
    await show(events(30, 1));
    await scroll(100);
    await hear(event(31));
    await (await button(/^\s*1 new/)).click();
    expect([viewport()?.scrollTop, desk.shown?.[0]]).toEqual([0, 31]);
  });

  it('keeps in place what is read where entries above it go', async () => {
    await show(events(MOST_ENTRIES + 99, 100), 'c');
    await scroll(5_000);
    desk.answer(events(99, 90));
    await fixture.whenStable();
    expect(viewport()?.scrollTop).toBe(5_000 - 10 * 34);
    expect(await buttons(/Newest entries/)).toHaveLength(1);
  });

  it('reads older entries near the end', async () => {
    await show(events(30, 1), 'c');
    await scroll(500);
    expect(page.textContent).toContain('Reading older entries');
    expect(desk.answer([event(0)])).toContain('cursor=c');
    await fixture.whenStable();
    expect(page.textContent).toContain('31 shown');
  });

  it('follows the newest again when it is left', async () => {
    await show(events(30, 1));
    await scroll(100);
    await hear(event(31));
    fixture.destroy();
    expect(desk.shown?.[0]).toBe(31);
  });
});
