import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Mutes } from './mutes';
import { NoticeChoice } from './notice-choice';

describe('NoticeChoice', () => {
  let fixture: ComponentFixture<NoticeChoice>;
  let page: HTMLElement;

  beforeEach(async () => {
    localStorage.clear();
    fixture = TestBed.createComponent(NoticeChoice);
    fixture.componentRef.setInput('notices', { jobs: 'jobs that end', alerts: 'critical alerts' });
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });
  afterEach(() => localStorage.clear());

  const summary = () => page.querySelector('summary')?.textContent;
  const boxes = () => [...page.querySelectorAll('input')];

  it('silences a kind of notices and tells of it again', async () => {
    const mutes = TestBed.inject(Mutes);
    expect(boxes().map((box) => box.checked)).toEqual([true, true]);
    boxes()[0]?.click();
    await fixture.whenStable();
    expect([mutes.has('jobs'), mutes.has('alerts')]).toEqual([true, false]);
    expect(summary()).toBe('Notices, 1 muted');
    boxes()[0]?.click();
    await fixture.whenStable();
    expect([mutes.has('jobs'), summary()]).toEqual([false, 'Notices']);
  });

  it('lists the alerts that are muted, not the notices, and takes them back', async () => {
    const mutes = TestBed.inject(Mutes);
    for (const kind of ['jobs', 'constructor', 'slow inference']) {
      mutes.set(kind, true);
    }
    await fixture.whenStable();
    const kinds = [...page.querySelectorAll('li > span')].map((item) => item.textContent);
    expect(kinds).toEqual(['constructor', 'slow inference']);
    page.querySelector<HTMLButtonElement>('li:last-child button')?.click();
    await fixture.whenStable();
    expect([...mutes.all()]).toEqual(['jobs', 'constructor']);
  });
});
