import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { AnalyticsStore } from '../store/analytics-store';
import { aPoint, anAnalytics, at } from '../testing/samples';
import { NothingInView } from '../testing/nothing-in-view';
import { OverTimePanel } from './over-time-panel';

describe('OverTimePanel', () => {
  let fixture: ComponentFixture<OverTimePanel>;
  let page: HTMLElement;
  let loader: HarnessLoader;
  let http: HttpTestingController;

  beforeEach(async () => {
    vi.stubGlobal('IntersectionObserver', NothingInView);
    TestBed.configureTestingModule({
      imports: [OverTimePanel],
      deferBlockBehavior: DeferBlockBehavior.Manual,
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    await TestBed.compileComponents();
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(OverTimePanel);
    page = fixture.nativeElement as HTMLElement;
    loader = TestbedHarnessEnvironment.loader(fixture);
    fixture.detectChanges();
  });

  afterEach(() => vi.unstubAllGlobals());

  const asked = () => {
    const [request] = http.match(({ url }) => url === '/analytics').filter((r) => !r.cancelled);
    return request;
  };
  const show = (analytics = anAnalytics()) => {
    TestBed.inject(AnalyticsStore).refresh();
    asked()?.flush(analytics);
    fixture.detectChanges();
  };
  const toggle = (text: string) => loader.getHarness(MatButtonToggleHarness.with({ text }));

  it('says that it loads, and why it could not', () => {
    expect(page.textContent).toContain('Loading');
    TestBed.inject(AnalyticsStore).refresh();
    asked()?.flush({ detail: 'The database is busy.' }, { status: 503, statusText: 'Busy' });
    fixture.detectChanges();
    expect(page.textContent).not.toContain('Loading');
    expect(page.textContent).toContain('The analytics could not be read');
    expect(page.textContent).toContain('The database is busy.');
    show();
    expect(page.textContent).not.toContain('could not be read');
  });

  it('sums up in words what the chart shows', () => {
    show(
      anAnalytics({
        series: [
          aPoint({ total_vehicles: 1_000 }),
          aPoint({ timestamp: at(60), total_vehicles: 5 }),
        ],
      }),
    );
    expect(page.querySelector('.sum')?.textContent.trim()).toBe(
      '1,005 objects, at most 1,000 in one minute',
    );
  });

  it('does not let one minute flatten all others, and shows it on demand', () => {
    const series = [90, 100, 8_917, 80, 95].map((total_vehicles, i) =>
      aPoint({ timestamp: at(60 * i), total_vehicles }),
    );
    show(anAnalytics({ series }));
    const sum = () => page.querySelector('.sum')?.textContent;
    const button = () => page.querySelector<HTMLButtonElement>('.scale');
    expect(sum()).toContain('8,917 in one minute, far above the rest: the scale ends at 200');
    button()?.click();
    fixture.detectChanges();
    expect(sum()).not.toContain('the scale ends');
    button()?.click();
    fixture.detectChanges();
    expect(sum()).toContain('the scale ends at 200');
  });

  it('asks for the range that is chosen', async () => {
    show();
    expect(await (await toggle('1 hour')).isChecked()).toBe(true);
    await (await toggle('1 day')).check();
    const request = asked();
    expect(request?.request.params.get('bucket')).toBe('hour');
    expect(page.querySelector('.sum')?.textContent).toContain('in one minute');
    request?.flush(anAnalytics());
    expect(await (await toggle('1 hour')).isChecked()).toBe(false);
    expect(page.querySelector('.sum')?.textContent).toContain('in one hour');
  });

  it('says that it could not be read anew, and shows what it has as what it is', async () => {
    show();
    await (await toggle('1 day')).check();
    asked()?.flush({ detail: 'Too busy.' }, { status: 503, statusText: 'Unavailable' });
    fixture.detectChanges();
    expect(page.textContent).toContain('could not be read anew: Too busy.');
    expect(page.querySelector('.sum')?.textContent).toContain('in one minute');
  });

  it('asks for the camera that is chosen, also for one that is not registered any more', async () => {
    show(anAnalytics({ per_camera: { 'old-gate': 5 } }));
    const select = await loader.getHarness(MatSelectHarness);
    expect(await select.getValueText()).toBe('All cameras');
    await select.clickOptions({ text: 'old-gate' });
    expect(asked()?.request.params.get('camera_id')).toBe('old-gate');
    await select.clickOptions({ text: 'All cameras' });
    expect(asked()?.request.params.has('camera_id')).toBe(false);
  });
});
