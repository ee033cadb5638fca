import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { AnalyticsStore } from '../store/analytics-store';
import { LogDesk } from '../testing/log-desk';
import { anAnalytics, event, events } from '../testing/samples';
import { LogPanel } from './log-panel';

describe('the filter of the LogPanel', () => {
  let fixture: ComponentFixture<LogPanel>;
  let page: HTMLElement;
  let loader: HarnessLoader;
  let desk: LogDesk;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    desk = new LogDesk();
    fixture = TestBed.createComponent(LogPanel);
    page = fixture.nativeElement as HTMLElement;
    loader = TestbedHarnessEnvironment.loader(fixture);
    desk.begin(events(2, 1));
    await fixture.whenStable();
  });

  async function choose(label: string, option: string): Promise<void> {
    const field = await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: label }));
    await (await field.getControl(MatSelectHarness))?.clickOptions({ text: option });
  }

  async function count(analytics = anAnalytics()): Promise<void> {
    TestBed.inject(AnalyticsStore).refresh();
    TestBed.inject(HttpTestingController)
      .expectOne(({ url }) => url === '/analytics')
      .flush(analytics);
    await fixture.whenStable();
  }

  const links = () =>
    [...page.querySelectorAll<HTMLAnchorElement>('a[download]')].map((a) => a.getAttribute('href'));

  it('asks for the camera and the type that are chosen, and downloads the same', async () => {
    await count();
    expect(links()).toEqual(['/detections?format=csv', '/detections?format=jsonl']);
    await choose('Camera', 'gate-1');
    desk.answer(events(2, 1));
    await choose('Type', 'bus');
    expect(desk.answer([])).toBe('/detections?camera_id=gate-1&label=bus&limit=100');
    await fixture.whenStable();
    expect(links()).toEqual([
      '/detections?camera_id=gate-1&label=bus&format=csv',
      '/detections?camera_id=gate-1&label=bus&format=jsonl',
    ]);
    expect(page.textContent).toContain('Nothing of this kind');
    await choose('Camera', 'All cameras');
    expect(desk.answer([])).toBe('/detections?label=bus&limit=100');
  });

  it('offers every camera and type that was counted, the most frequent type first', async () => {
    await count(
      anAnalytics({
        per_camera: { yard: 3, 'gate-1': 2 },
        type_distribution: { bus: 1, car: 4 },
      }),
    );
    const [camera, type] = await loader.getAllHarnesses(MatSelectHarness);
    const texts = async (select: MatSelectHarness | undefined) => {
      await select?.open();
      return Promise.all(((await select?.getOptions()) ?? []).map((one) => one.getText()));
    };
    expect(await texts(camera)).toEqual(['All cameras', 'gate-1', 'yard']);
    await camera?.close();
    expect(await texts(type)).toEqual(['All types', 'car', 'bus']);
  });

  it('looks further back where the newest part has none', async () => {
    desk.log.choose({ camera: '', label: 'dog' });
    desk.answer([], 'c');
    await fixture.whenStable();
    expect(page.textContent).toContain('Nothing of this kind');
    const further = MatButtonHarness.with({ text: 'Look further back' });
    await (await loader.getHarness(further)).click();
    expect(page.textContent).toContain('Searching');
    expect(desk.answer([event(0)])).toContain('cursor=c');
    await fixture.whenStable();
    expect(page.querySelectorAll('app-log-row')).toHaveLength(1);
  });
});
