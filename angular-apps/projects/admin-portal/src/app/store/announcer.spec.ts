import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Toasts } from 'shared';
import { aCamera, anAlert } from '../testing/samples';
import { AdminStore, Connection } from './admin-store';
import { AlertStore } from './alert-store';
import { Announcer, cameraToast } from './announcer';
import { CameraStore } from './camera-store';

describe('Announcer', () => {
  const connection = signal<Connection>('connecting');

  beforeEach(() => {
    vi.useFakeTimers();
    connection.set('connecting');
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: AdminStore, useValue: { connection } },
      ],
    });
    TestBed.inject(Announcer);
    TestBed.tick();
  });
  afterEach(() => vi.useRealTimers());

  const titles = () =>
    TestBed.inject(Toasts)
      .shown()
      .map(({ title }) => title);
  const dismissAll = () =>
    TestBed.inject(Toasts)
      .shown()
      .forEach((toast) => TestBed.inject(Toasts).dismiss(toast));
  const become = (...states: Connection[]) =>
    states.forEach((state) => {
      connection.set(state);
      TestBed.tick();
    });

  describe('of cameras', () => {
    beforeEach(() => {
      TestBed.inject(CameraStore).refresh();
      TestBed.inject(HttpTestingController).expectOne('/cameras').flush([]);
    });
    const hear = (id: string, status: 'active' | 'offline' | 'removed' = 'active') =>
      TestBed.inject(CameraStore).hear({ ...aCamera({ camera_id: id }), status });

    it('gathers for a second what happens to many', () => {
      hear('a');
      vi.advanceTimersByTime(900);
      hear('b');
      expect(titles()).toEqual([]);
      vi.advanceTimersByTime(100);
      expect(titles()).toEqual(['2 new cameras']);
      vi.advanceTimersByTime(7_000);
      hear('c');
      vi.advanceTimersByTime(1_000);
      expect(titles()).toEqual(['New camera']);
    });

    it('has a toast for each kind of thing that happened', () => {
      hear('a');
      hear('a', 'offline');
      hear('a', 'active');
      vi.advanceTimersByTime(1_000);
      expect(titles()).toEqual(['New camera', 'Camera lost', 'Camera back']);
    });
  });

  it.each([
    [['a'], 'Camera removed', 'a'],
    [['a', 'b', 'c'], '3 cameras removed', 'a, b, c'],
    [['a', 'b', 'c', 'd', 'e'], '5 cameras removed', 'a, b, c and 2 more'],
  ])('names no more than three cameras: %j', (names, title, text) => {
    expect(cameraToast('removed', names)).toMatchObject({ title, text });
  });

  it('tells of critical alerts only', () => {
    const alerts = TestBed.inject(AlertStore);
    alerts.hear(anAlert({ level: 'warning', event_id: 'a1' }));
    expect(titles()).toEqual([]);
    alerts.hear(anAlert({ message: '', event_id: 'a2' }));
    expect(TestBed.inject(Toasts).shown()).toMatchObject([
      { title: 'Critical alert', text: 'gate-1: person, bus', tone: 'fail' },
    ]);
  });

  it('tells of a connection that was lost, once, and that it is back', () => {
    become('online', 'offline');
    expect(titles()).toEqual(['Connection lost']);
    dismissAll();
    become('connecting', 'offline');
    expect(titles()).toEqual([]);
    become('polling');
    expect(titles()).toEqual(['Connected again']);
    dismissAll();
    become('online');
    expect(titles()).toEqual([]);
    become('offline');
    expect(titles()).toEqual(['Connection lost']);
  });

  it('says nothing of a connection that was never there, or only changed its way', () => {
    become('offline', 'connecting', 'offline', 'online', 'connecting', 'polling', 'online');
    expect(titles()).toEqual([]);
  });
});
