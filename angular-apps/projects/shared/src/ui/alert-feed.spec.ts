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
});
