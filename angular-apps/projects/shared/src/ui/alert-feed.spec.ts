import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { provideRouter } from '@angular/router';
import { AlertEntry, AlertLevel } from './alert-entry';
import { AlertFeed } from './alert-feed';

const alert = (key: string, level: AlertLevel, at: string): AlertEntry => ({
  key,
  at,
  level,
  labels: ['person', 'slow_inference'],
  message: `message ${key}`,
  source: 'worker-1',
  count: 1,
});

describe('AlertFeed', () => {
  let fixture: ComponentFixture<AlertFeed>;
  let loader: HarnessLoader;
  const shown = () => {
    const items = (fixture.nativeElement as HTMLElement).querySelectorAll('.message');
    return [...items].map((item) => item.textContent?.trim());
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    fixture = TestBed.createComponent(AlertFeed);
    loader = TestbedHarnessEnvironment.loader(fixture);
    fixture.componentRef.setInput('alerts', [
      alert('old', 'critical', '2026-11-24T10:00:00Z'),
      alert('new', 'warning', '2026-11-24T11:00:00Z'),
    ]);
    await fixture.whenStable();
  });

  it('shows the newest first', () => {
    expect(shown()).toEqual(['message new', 'message old']);
  });

  it('shows those of a level', async () => {
    const toggle = await loader.getHarness(MatButtonToggleHarness.with({ text: /critical/ }));
    await toggle.check();
    expect(shown()).toEqual(['message old']);
  });

  it('says so where there is none', async () => {
    fixture.componentRef.setInput('alerts', []);
    fixture.componentRef.setInput('emptyHeading', 'All is quiet');
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('All is quiet');
  });

  it('lets alerts be acknowledged and muted where it may', async () => {
    const page = fixture.nativeElement as HTMLElement;
    const press = (name: string) => page.querySelector<HTMLElement>(`[aria-label="${name}"]`);
    expect(press('Mute alerts like: worker-1: message old')).toBeNull();
    fixture.componentRef.setInput('hasActions', true);
    fixture.componentRef.setInput('alerts', [
      { ...alert('old', 'critical', '2026-11-24T10:00:00Z'), isSeen: false },
      { ...alert('seen', 'critical', '2026-11-24T09:00:00Z'), isSeen: true },
    ]);
    await fixture.whenStable();
    const told: string[] = [];
    fixture.componentInstance.acknowledge.subscribe(({ key }) => told.push(`seen ${key}`));
    fixture.componentInstance.mute.subscribe(({ key }) => told.push(`mute ${key}`));
    press('Acknowledge: worker-1: message old')?.click();
    press('Mute alerts like: worker-1: message seen')?.click();
    expect(told).toEqual(['seen old', 'mute seen']);
    expect(press('Acknowledge: worker-1: message seen')).toBeNull();
    expect(page.textContent).toContain('critical, seen');
  });
});
