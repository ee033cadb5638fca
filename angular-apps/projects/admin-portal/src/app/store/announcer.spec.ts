import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Mutes, Toasts } from 'shared';
import { CameraAlert } from '../api/wire';
import { aCamera, anAlert } from '../testing/samples';
import { AdminStore, Connection } from './admin-store';
import { AlertStore } from './alert-store';
import { Announcer, cameraToast } from './announcer';
import { CameraStore } from './camera-store';

describe('Announcer', () => {
  const connection = signal<Connection>('connecting');

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
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

  describe('of alerts', () => {
    const raise = (id: string, part: Partial<CameraAlert> = {}) => {
      TestBed.inject(AlertStore).hear(anAlert({ event_id: id, ...part }));
      vi.advanceTimersByTime(1_000);
    };

    it('tells of critical ones only', () => {
      raise('a1', { level: 'warning' });
      expect(titles()).toEqual([]);
      raise('a2', { message: '' });
      expect(TestBed.inject(Toasts).shown()).toMatchObject([
        { title: 'Critical alert', text: 'gate-1: person, bus', tone: 'fail' },
      ]);
    });

    it('tells of those of one kind once in five minutes', () => {
      raise('a1', { message: 'A person and 2 buses.' });
      dismissAll();
      raise('a2', { message: 'A person and 3 buses.' });
      expect(titles()).toEqual([]);
      vi.advanceTimersByTime(300_000);
      raise('a3', { message: 'A person and 4 buses.' });
      expect(titles()).toEqual(['Critical alert']);
    });

    it('gathers what many cameras raise at once', () => {
      const alerts = TestBed.inject(AlertStore);
      ['a', 'b', 'c', 'x'.repeat(255)].forEach((camera_id) =>
        alerts.hear(anAlert({ camera_id, event_id: camera_id })),
      );
      vi.advanceTimersByTime(1_000);
      expect(TestBed.inject(Toasts).shown()).toMatchObject([
        { title: '4 critical alerts', text: 'a, b, c and 1 more' },
      ]);
    });

    it('says nothing of what is muted or was seen', () => {
      const mutes = TestBed.inject(Mutes);
      raise('a1', { acknowledged_at: '2026-11-24T10:00:00Z' });
      mutes.set('gate-1: A person and a bus are in the same frame.', true);
      raise('a2');
      mutes.set('alerts', true);
      raise('a3', { message: 'Something else.' });
      expect(titles()).toEqual([]);
    });
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
