import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Type } from '@angular/core';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { AnalyticsStore } from '../store/analytics-store';
import { anAnalytics } from '../testing/samples';
import { NothingInView } from '../testing/nothing-in-view';
import { PerCameraPanel } from './per-camera-panel';
import { TypesPanel } from './types-panel';

beforeEach(async () => {
  vi.stubGlobal('IntersectionObserver', NothingInView);
  TestBed.configureTestingModule({
    imports: [PerCameraPanel, TypesPanel],
    deferBlockBehavior: DeferBlockBehavior.Manual,
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  await TestBed.compileComponents();
});

afterEach(() => vi.unstubAllGlobals());

const asked = () =>
  TestBed.inject(HttpTestingController).expectOne(({ url }) => url === '/analytics');

function show<T>(panel: Type<T>, analytics = anAnalytics()) {
  const fixture = TestBed.createComponent(panel);
  TestBed.inject(AnalyticsStore).refresh();
  asked().flush(analytics);
  fixture.detectChanges();
  return { fixture, page: fixture.nativeElement as HTMLElement };
}

describe.each([
  ['TypesPanel', TypesPanel, 'Nothing seen in this time'],
  ['PerCameraPanel', PerCameraPanel, 'Nothing counted yet'],
])('%s', (_, panel: Type<unknown>, nothing) => {
  it('says where there is nothing to show', () => {
    const { page } = show(panel, anAnalytics({ per_camera: {}, series: [] }));
    expect(page.textContent).toContain(nothing);
  });

  it('has room for what there is to show', () => {
    const { page } = show(panel);
    expect(page.textContent).not.toContain(nothing);
    expect(page.querySelector('.room')).not.toBeNull();
  });

  it('says that it loads, and leaves it to the panel beside it why it cannot', () => {
    const fixture = TestBed.createComponent(panel);
    const page = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
    expect(page.textContent).toContain('Loading');
    TestBed.inject(AnalyticsStore).refresh();
    asked().error(new ProgressEvent('error'));
    fixture.detectChanges();
    expect(page.textContent).not.toContain('Loading');
    expect(page.textContent).not.toContain(nothing);
  });
});

describe('PerCameraPanel', () => {
  it('says how many of the cameras it shows', () => {
    const counts = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`gate-${i}`, i + 1]));
    expect(show(PerCameraPanel).page.textContent).not.toContain(' of ');
    const { page } = show(PerCameraPanel, anAnalytics({ per_camera: counts }));
    expect(page.textContent).toContain('12 of 14');
  });

  it('gives each camera its figure and a bar that is seen, however much one counted', () => {
    const name = 'a "camera" with <b>a name</b> that is far too long for any chart';
    const per_camera = { [name]: 8_917, gate: 80, yard: 40 };
    const { page } = show(PerCameraPanel, anAnalytics({ per_camera }));
    const rows = [...page.querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.querySelector('.n')?.textContent)).toEqual(['8,917', '80', '40']);
    expect(rows[0]?.querySelector('ui-name')?.getAttribute('title')).toBe(name);
    expect(rows.map((row) => row.querySelector<HTMLElement>('.bar span')?.style.width)).toEqual([
      '100%',
      '80%',
      '40%',
    ]);
  });
});
