import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { ConfirmButton } from './confirm-button';

describe('ConfirmButton', () => {
  let fixture: ComponentFixture<ConfirmButton>;
  let loader: HarnessLoader;
  let confirmed: number;
  const press = async (words: RegExp | string) => {
    const which = typeof words === 'string' ? { selector: words } : { text: words };
    await (await loader.getHarness(MatButtonHarness.with(which))).click();
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
    await press('.ask');
    expect(text()).toContain('Remove?');
    expect(confirmed).toBe(0);
    await press(/^Remove/);
    expect(confirmed).toBe(1);
    expect(text()).not.toContain('Remove?');
  });

  it('takes no for an answer, and says so in a word', async () => {
    await press('.ask');
    await press(/^Keep$/);
    expect(text()).not.toContain('Remove?');
    expect(confirmed).toBe(0);
  });

  it('says what comes of it where it has a caption', async () => {
    fixture.componentRef.setInput('caption', 'Use');
    fixture.componentRef.setInput('label', 'Use yolov8n');
    fixture.componentRef.setInput('meaning', 'Running jobs end with theirs.');
    fixture.componentRef.setInput('question', 'Switch');
    await press('.ask');
    expect(text()).toContain('Running jobs end with theirs.');
    await press(/^Cancel$/);
    expect(text()).toBe('Use');
    await press('.ask');
    await press(/^Switch$/);
    expect(confirmed).toBe(1);
  });

  it('takes a click elsewhere for a no, and none within itself', async () => {
    await press('.ask');
    const page = fixture.nativeElement as HTMLElement;
    page.querySelector('.question')?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(fixture.componentInstance.armed()).toBe(true);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(fixture.componentInstance.armed()).toBe(false);
    expect(confirmed).toBe(0);
  });
});
