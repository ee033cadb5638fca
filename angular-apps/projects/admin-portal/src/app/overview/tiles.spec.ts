import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { NOTHING } from 'shared';
import { Camera } from '../api/wire';
import { AlertStore } from '../store/alert-store';
import { AnalyticsStore } from '../store/analytics-store';
import { CameraStore } from '../store/camera-store';
import { aCamera, anAlert, anAnalytics, at, event } from '../testing/samples';
import { Tiles } from './tiles';

describe('Tiles', () => {
  let fixture: ComponentFixture<Tiles>;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(at(12)) });
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(Tiles);
    fixture.detectChanges();
  });
  afterEach(() => vi.useRealTimers());

  function know(cameras = [aCamera()], analytics = anAnalytics(), alerts = [anAlert()]): void {
    TestBed.inject(CameraStore).refresh();
    TestBed.inject(AnalyticsStore).refresh();
    TestBed.inject(AlertStore).refresh();
    http.expectOne('/cameras').flush(cameras);
    http.expectOne(({ url }) => url === '/analytics').flush(analytics);
    http.expectOne('/camera-alerts').flush(alerts);
    fixture.detectChanges();
  }

  const tiles = () => [...(fixture.nativeElement as HTMLElement).querySelectorAll('ui-stat')];
  const parts = (selector: string) =>
    tiles().map((tile) => tile.querySelector(selector)?.textContent?.trim());
  const values = () => parts('.value');
  const remarks = () => parts('.remark');

  it('say nothing until it is known', () => {
    expect(values()).toEqual([NOTHING, NOTHING, NOTHING, NOTHING]);
    expect(remarks()).toEqual(['by all cameras since the start', '', '', '']);
  });

  it('say how much was counted, by how many, when last, and what was alarming', () => {
    const alerts = [anAlert(), anAlert({ frame_id: 8, level: 'info' })];
    know(
      [aCamera(), aCamera({ camera_id: 'yard' })],
      anAnalytics({ total_vehicles: 12_345, timeline: [event(0)] }),
      alerts,
    );
    expect(values()).toEqual(['12,345', '2 of 2', '12 s ago', '2']);
    expect(remarks().slice(1, 2)).toEqual(['all']);
    expect(remarks()[2]).toMatch(/24 Nov 2026/);
    expect(remarks()[3]).toBe('1 critical, 2 not acknowledged');
  });

  it('grow older by themselves', () => {
    know([], anAnalytics({ timeline: [event(0)] }));
    vi.advanceTimersByTime(5_000);
    fixture.detectChanges();
    expect(values()[2]).toBe('17 s ago');
  });

  it('say how many cameras are silent, and where there is none', () => {
    know([aCamera(), aCamera({ camera_id: 'yard', status: 'offline' })]);
    expect([values()[1], remarks()[1]]).toEqual(['1 of 2', '1 offline']);
    know([]);
    expect([values()[1], remarks()[1]]).toEqual(['0 of 0', 'none registered yet']);
  });

  it('count a camera that was stopped apart from those online and those lost', () => {
    const camera = (camera_id: string, part: Partial<Camera>) => aCamera({ camera_id, ...part });
    know([
      camera('a', { state: 'running' }),
      camera('b', { state: null }),
      camera('c', { state: 'running', trouble: 'The camera asks for a password.' }),
      camera('d', { state: 'stopped' }),
    ]);
    expect([values()[1], remarks()[1]]).toEqual(['3 of 4', '1 stopped, 1 without picture']);
    know([camera('d', { state: 'stopped' }), camera('e', { status: 'offline', state: 'stopped' })]);
    expect([values()[1], remarks()[1]]).toEqual(['0 of 2', '1 stopped, 1 offline']);
  });

  it('say that nothing happened yet', () => {
    know([], anAnalytics({ total_vehicles: 0, timeline: [] }), []);
    expect(values()).toEqual(['0', '0 of 0', 'none yet', '0']);
  });

  it('say that there may be more alerts than are listed', () => {
    know(
      [],
      anAnalytics(),
      Array.from({ length: 200 }, (_, i) => anAlert({ frame_id: i })),
    );
    expect([values()[3], remarks()[3]]).toEqual(['200+', '200+ critical, 200 not acknowledged']);
  });
});
