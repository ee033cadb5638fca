import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Toasts } from 'shared';
import { Alert } from '../api/wire';
import { AlertsState } from '../state/alerts-state';
import { anAlert } from '../testing/samples';
import { AlertPanel } from './alert-panel';

const SLOW = anAlert({
  alert_id: 2,
  level: 'warning',
  alert_labels: ['slow_inference'],
  message: 'Inference took 712 ms on worker worker-1.',
});

describe('AlertPanel', () => {
  let fixture: ComponentFixture<AlertPanel>;
  let page: HTMLElement;
  let http: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(AlertPanel);
    page = fixture.nativeElement as HTMLElement;
  });

  async function show(...alerts: Alert[]): Promise<void> {
    TestBed.inject(AlertsState).refresh.run();
    http.expectOne('/alerts').flush(alerts);
    await fixture.whenStable();
  }

  const note = () => page.querySelector('.note')?.textContent ?? '';
  const messages = () => [...page.querySelectorAll('.message')].map((item) => item.textContent);
  async function press(name: string): Promise<void> {
    const buttons = [...page.querySelectorAll('button')];
    buttons.find((one) => (one.ariaLabel ?? one.textContent).trim() === name)?.click();
    await fixture.whenStable();
  }

  it('counts what nobody acknowledged, and tells the server of what was seen', async () => {
    await show(anAlert(), SLOW);
    expect(note()).toBe('2 not acknowledged');
    await press(`Acknowledge: ${SLOW.message}`);
    http.expectOne({ method: 'POST', url: '/alerts/2/acknowledge' }).flush({ success: true });
    await fixture.whenStable();
    expect(note()).toBe('1 not acknowledged');
    expect(page.textContent).toContain('warning, seen');
    await press('Acknowledge all');
    http.expectOne('/alerts/1/acknowledge').flush({ success: true });
    await fixture.whenStable();
    expect(note()).toBe('');
  });

  it('offers no acknowledging to a coordinator that does not know it', async () => {
    await show(anAlert({ acknowledged_at: undefined }));
    expect(note()).toBe('');
    expect(page.textContent).not.toContain('Acknowledge');
  });

  it('mutes a kind, whatever its figures, says so, and takes it back', async () => {
    await show(anAlert(), SLOW, { ...SLOW, alert_id: 3, message: 'Inference took 1,950 ms.' });
    await press(`Mute alerts like: ${SLOW.message}`);
    expect(messages()).toEqual([anAlert().message]);
    expect(note()).toBe('1 not acknowledged');
    expect(page.querySelector('summary')?.textContent).toContain('1 muted');
    await press('Unmute: slow inference');
    expect(messages()).toHaveLength(3);
  });

  it('leads from an alert to its frame', async () => {
    await show(anAlert());
    expect(page.querySelector('li a')?.getAttribute('href')).toBe('/jobs/job-1;frame=7');
  });

  it('tells above the page of critical ones only, and of each kind once in a while', async () => {
    const alerts = TestBed.inject(AlertsState);
    const told = () =>
      TestBed.inject(Toasts)
        .shown()
        .map(({ text }) => text);
    await show();
    alerts.heard(SLOW);
    expect(told()).toEqual([]);
    alerts.heard(anAlert({ alert_id: 8 }));
    TestBed.inject(Toasts).dismiss(TestBed.inject(Toasts).shown()[0] as never);
    alerts.heard(anAlert({ alert_id: 9 }));
    expect(told()).toEqual([]);
  });
});
