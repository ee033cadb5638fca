import { HarnessLoader, TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { Camera } from '../api/wire';
import { AnalyticsStore } from '../store/analytics-store';
import { CameraStore } from '../store/camera-store';
import { CommandStore } from '../store/command-store';
import { aCamera, anAnalytics } from '../testing/samples';
import { CamerasPanel } from './cameras-panel';

const some = (count: number) =>
  Array.from({ length: count }, (_, i) => aCamera({ camera_id: `gate-${i + 1}` }));

describe('CamerasPanel', () => {
  let fixture: ComponentFixture<CamerasPanel>;
  let page: HTMLElement;
  let loader: HarnessLoader;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(CamerasPanel);
    page = fixture.nativeElement as HTMLElement;
    loader = TestbedHarnessEnvironment.loader(fixture);
    fixture.detectChanges();
  });

  function show(cameras: readonly Camera[]): void {
    TestBed.inject(CameraStore).refresh();
    http.expectOne('/cameras').flush(cameras);
    fixture.detectChanges();
  }

  const named = (name: string) =>
    loader.getHarness(MatButtonHarness.with({ selector: `[aria-label="${name}"]` }));
  const saying = (text: RegExp) => loader.getHarness(MatButtonHarness.with({ text }));
  const rows = () => [...page.querySelectorAll('tbody')];
  const ids = () => rows().map((row) => row.querySelector('th')?.textContent?.trim());
  const field = () => page.querySelector<HTMLInputElement>('input[type=search]');
  const outcome = () => page.querySelector('tbody [role=status]')?.textContent?.trim();

  function search(text: string): void {
    const input = field();
    if (input) {
      input.value = text;
      input.dispatchEvent(new Event('input'));
    }
    fixture.detectChanges();
  }

  it('says how to start a camera where there is none', () => {
    expect(page.textContent).toContain('Loading');
    show([]);
    expect(page.textContent).toContain('No camera yet');
    expect(page.querySelector('code')?.textContent).toBe(
      `./edge camera --admin ${location.origin} --source 0`,
    );
  });

  it('says why there is no list, and keeps the one there was', () => {
    TestBed.inject(CameraStore).refresh();
    http.expectOne('/cameras').error(new ProgressEvent('error'));
    fixture.detectChanges();
    expect(page.querySelector('.error')?.textContent).toContain('The server does not answer.');
    expect(page.textContent).not.toContain('Loading');
    show(some(1));
    expect(page.querySelector('.error')).toBeNull();
    TestBed.inject(CameraStore).refresh();
    http.expectOne('/cameras').error(new ProgressEvent('error'));
    fixture.detectChanges();
    expect([page.querySelector('.error') !== null, ids()]).toEqual([true, ['gate-1']]);
  });

  it('has a row for each camera with what is known of it', () => {
    TestBed.inject(AnalyticsStore).refresh();
    http
      .expectOne(({ url }) => url === '/analytics')
      .flush(anAnalytics({ per_camera: { 'gate-1': 1_234 } }));
    show([aCamera(), aCamera({ camera_id: 'arch', status: 'offline' })]);
    expect(ids()).toEqual(['arch', 'gate-1']);
    const [arch, gate] = rows().map((row) => row.textContent);
    expect(arch).toContain('offline');
    for (const words of ['online', 'edge-box', '10.0.0.7', '1,234']) {
      expect(gate).toContain(words);
    }
    TestBed.inject(CommandStore).hear({ camera_id: 'gate-1', command: 'stop', state: 'stopped' });
    fixture.detectChanges();
    expect(rows()[1]?.querySelector('.state')?.textContent).toContain('stopped');
  });

  it('knows from the server that a camera was stopped, and offers to start it', async () => {
    show([aCamera({ state: 'stopped' }), aCamera({ camera_id: 'yard', state: 'running' })]);
    const badge = rows()[0]?.querySelector('ui-state');
    expect([badge?.textContent, badge?.classList.contains('ok')]).toEqual(['stopped', false]);
    const offered = async (word: string, camera: string) =>
      !(await (await named(`${word} ${camera}`)).isDisabled());
    expect(await offered('Start', 'gate-1')).toBe(true);
    expect(await offered('Stop', 'gate-1')).toBe(false);
    expect(await offered('Start', 'yard')).toBe(false);
    expect(await offered('Stop', 'yard')).toBe(true);
    expect(await offered('Restart', 'yard')).toBe(true);
  });

  it('says why a camera gets no picture', () => {
    show([aCamera({ state: 'running', trouble: 'The camera refuses user or password.' })]);
    expect(rows()[0]?.querySelector('.state')?.textContent).toContain('no picture');
    expect(rows()[0]?.textContent).toContain('The camera refuses user or password.');
  });

  it('says how to add a camera also where there is one', () => {
    show(some(1));
    expect(page.querySelector('details.add')?.textContent).toContain(
      `./edge camera --admin ${location.origin} --source 0`,
    );
  });

  describe('with many cameras', () => {
    it('offers to look for one from eight on', () => {
      show(some(7));
      expect(field()).toBeNull();
      show(some(8));
      search('GATE-3');
      expect(ids()).toEqual(['gate-3']);
      search('nowhere');
      expect(page.textContent).toContain('No camera has that name');
    });

    it('lets the search be undone also where cameras went meanwhile', () => {
      show(some(8));
      search('gate-3');
      show(some(5));
      expect(ids()).toEqual(['gate-3']);
      search('');
      expect(ids()).toHaveLength(5);
    });

    it('shows 25 at a time', () => {
      const more = () => page.querySelector<HTMLButtonElement>('.more button');
      show(some(55));
      expect([rows().length, more()?.textContent.trim()]).toEqual([25, 'Show 30 more']);
      more()?.click();
      fixture.detectChanges();
      expect([rows().length, more()?.textContent.trim()]).toEqual([50, 'Show 5 more']);
      more()?.click();
      fixture.detectChanges();
      expect(rows()).toHaveLength(55);
      expect(page.querySelector('.more')).toBeNull();
    });
  });

  it('sends a command, takes no other meanwhile, and says what came of it', async () => {
    show(some(2));
    await (await named('Stop gate-1')).click();
    const sent = http.expectOne({ method: 'POST', url: '/camera-control' });
    expect(sent.request.body).toEqual({ camera_id: 'gate-1', command: 'stop' });
    expect(outcome()).toBe('Stopping…');
    expect(await (await named('Start gate-1')).isDisabled()).toBe(true);
    expect(await (await named('Start gate-2')).isDisabled()).toBe(false);
    sent.flush({ ...sent.request.body, connected: false, acknowledged: false, state: null });
    fixture.detectChanges();
    expect(outcome()).toContain('does not confirm');
    expect(await (await named('Start gate-1')).isDisabled()).toBe(false);
  });

  it.each([
    ['Start', 'start'],
    ['Restart', 'restart'],
  ])('has a button to %s', async (word, command) => {
    show(some(1));
    await (await named(`${word} gate-1`)).click();
    expect(http.expectOne('/camera-control').request.body).toMatchObject({ command });
  });

  it('asks before it removes a camera, and then takes it off the list', async () => {
    show(some(2));
    await (await named('Remove gate-1')).click();
    http.expectNone(({ method }) => method === 'DELETE');
    await (await saying(/^Remove\?/)).click();
    http.expectOne({ method: 'DELETE', url: '/cameras/gate-1' }).flush({});
    fixture.detectChanges();
    expect(ids()).toEqual(['gate-2']);
  });

  it('keeps a camera with Escape', async () => {
    show(some(1));
    await (await named('Remove gate-1')).click();
    await (await (await saying(/^Remove\?/)).host()).sendKeys(TestKey.ESCAPE);
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: /^Remove\?/ }))).toEqual([]);
    await named('Stop gate-1');
    http.expectNone(({ method }) => method === 'DELETE');
  });
});
