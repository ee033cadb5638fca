import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { ConfirmButton } from './confirm-button';

describe('ConfirmButton', () => {
  let fixture: ComponentFixture<ConfirmButton>;
  let loader: HarnessLoader;
  let confirmed: number;
  const press = async (at: number) => {
    const buttons = await loader.getAllHarnesses(MatButtonHarness);
    await buttons[at]?.click();
  };
  const text = () => (fixture.nativeElement as HTMLElement).textContent?.trim();

  beforeEach(() => {
    confirmed = 0;
    fixture = TestBed.createComponent(ConfirmButton);
    fixture.componentRef.setInput('label', 'Remove worker-1');
    fixture.componentRef.setInput('question', 'Remove?');
    fixture.componentInstance.confirmed.subscribe(() => confirmed++);
    loader = TestbedHarnessEnvironment.loader(fixture);
  });

  it('asks before it does anything', async () => {
    await press(0);
    expect(text()).toContain('Remove?');
    expect(confirmed).toBe(0);
    await press(0);
    expect(confirmed).toBe(1);
    expect(text()).not.toContain('Remove?');
  });

  it('takes no for an answer', async () => {
    await press(0);
    await press(1);
    expect(text()).not.toContain('Remove?');
    expect(confirmed).toBe(0);
  });
});
