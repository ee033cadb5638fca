import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { timeOfDay } from 'shared';
import { App } from './app';
import { AdminStore, Connection } from './store/admin-store';

const AT = Date.parse('2026-11-24T10:00:00Z');

describe('App', () => {
  const connection = signal<Connection>('connecting');
  const lastAnswer = signal<number | null>(null);
  let fixture: ComponentFixture<App>;
  let page: HTMLElement;

  beforeEach(() => {
    connection.set('connecting');
    lastAnswer.set(null);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: AdminStore, useValue: { connection, lastAnswer } },
      ],
    });
    fixture = TestBed.createComponent(App);
    page = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
  });

  const become = (state: Connection) => {
    connection.set(state);
    fixture.detectChanges();
  };
  const warning = () => page.querySelector('[role=alert]')?.textContent?.trim();
  const isStale = () => page.querySelector('main')?.classList.contains('stale');

  it.each<[Connection, string]>([
    ['connecting', 'connecting'],
    ['online', 'online'],
    ['polling', 'asking every 3 s'],
    ['offline', 'offline'],
  ])('says how the connection is while it is %s', (state, words) => {
    become(state);
    expect(page.querySelector('ui-state')?.textContent).toContain(words);
    expect([warning() !== '', isStale()]).toEqual([state === 'offline', state === 'offline']);
  });

  it('says from when it is what is shown while the server is away', () => {
    become('offline');
    expect(warning()).toBe('Connection lost. Trying again.');
    lastAnswer.set(AT);
    fixture.detectChanges();
    expect(warning()).toContain(`What is shown is from ${timeOfDay(AT)}.`);
    become('polling');
    expect(warning()).toBe('');
  });

  it('tells of what happens', async () => {
    become('online');
    become('offline');
    await fixture.whenStable();
    expect(page.querySelector('[role=log]')?.textContent).toContain('Connection lost');
  });
});
