import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { FakeWebSocket } from 'shared/testing';
import { AdminDesk } from '../testing/admin-desk';
import { aCamera, anAlert, event } from '../testing/samples';
import { AdminStore } from './admin-store';
import { AlertStore } from './alert-store';
import { AnalyticsStore } from './analytics-store';
import { CameraStore } from './camera-store';
import { DetectionLog } from './detection-log';
import { reachInterceptor } from './reach-interceptor';

const EVERYTHING = ['/analytics', '/camera-alerts', '/cameras', '/detections'];
const WHILE_LIVE = ['/analytics', '/cameras', '/metrics'];

describe('AdminStore', () => {
  let store: AdminStore;
  let desk: AdminDesk;
  let visibility: DocumentVisibilityState;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeWebSocket);
    FakeWebSocket.made.length = 0;
    visibility = 'visible';
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([reachInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    desk = new AdminDesk();
    store = TestBed.inject(AdminStore);
    TestBed.tick();
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const turn = (state: DocumentVisibilityState) => {
    visibility = state;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const online = () => TestBed.inject(CameraStore).online();

  it('asks for everything before anything is pushed', () => {
    expect(store.connection()).toBe('connecting');
    expect(FakeWebSocket.last.url).toMatch(/\/ws\/cameras$/);
    expect(desk.answer()).toEqual(EVERYTHING);
    expect(store.connection()).toBe('polling');
    expect(store.lastAnswer()).toBe(Date.now());
  });

  it('asks for everything again when the connection is there', () => {
    desk.answer();
    desk.openSocket();
    expect(store.connection()).toBe('online');
    expect(desk.answer()).toEqual(EVERYTHING);
  });

  it('asks only for what is not pushed while it is live, every ten seconds', () => {
    desk.goLive();
    vi.advanceTimersByTime(9_999);
    expect(desk.answer()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(desk.answer()).toEqual(WHILE_LIVE);
  });

  it('asks again while it is live for what could not be read', () => {
    desk.openSocket();
    desk.refuse();
    vi.advanceTimersByTime(10_000);
    expect(desk.answer()).toEqual([...EVERYTHING, '/metrics']);
    vi.advanceTimersByTime(10_000);
    expect(desk.answer()).toEqual(WHILE_LIVE);
  });

  it('hands on what is pushed', () => {
    desk.goLive();
    FakeWebSocket.last.say('camera', aCamera({ status: 'offline' }));
    FakeWebSocket.last.say('alert', anAlert());
    FakeWebSocket.last.say('ack', { camera_id: 'gate-1', command: 'stop', state: 'stopped' });
    FakeWebSocket.last.say('detection', event(1));
    FakeWebSocket.last.say('control', { camera_id: 'gate-1', command: 'stop' });
    vi.advanceTimersByTime(200);
    expect(online()).toBe(0);
    expect(TestBed.inject(AlertStore).entries()).toHaveLength(1);
    expect(TestBed.inject(CameraStore).cameras()?.[0]?.state).toBe('stopped');
    expect(TestBed.inject(AnalyticsStore).analytics()?.total_vehicles).toBe(33);
    expect(TestBed.inject(DetectionLog).entries()).toHaveLength(1);
    expect(TestBed.inject(CameraStore).cameras()?.[0]?.last_seen).toBe(
      new Date(Date.now() - 200).toISOString(),
    );
  });

  it('polls every three seconds while there is no push, and stops when there is', () => {
    desk.goLive();
    desk.breakSocket();
    expect(store.connection()).toBe('connecting');
    expect(desk.answer()).toEqual(EVERYTHING);
    expect(store.connection()).toBe('polling');
    vi.advanceTimersByTime(3_000);
    expect(desk.answer()).toEqual(EVERYTHING);
    desk.goLive();
    expect(store.connection()).toBe('online');
    vi.advanceTimersByTime(9_000);
    expect(desk.answer()).toEqual([]);
  });

  it('finds news in what it polls, but none in what it missed before', () => {
    const told: string[] = [];
    TestBed.inject(CameraStore).news.subscribe((all) => told.push(...all.map((n) => n.camera)));
    const cameras = (...ids: string[]) => ({
      '/cameras': ids.map((camera_id) => aCamera({ camera_id })),
    });
    desk.goLive();
    desk.breakSocket();
    desk.answer(cameras('gate-1', 'missed'));
    vi.advanceTimersByTime(3_000);
    desk.answer(cameras('gate-1', 'missed', 'new'));
    expect(told).toEqual(['new']);
    desk.openSocket();
    desk.answer(cameras('gate-1', 'missed', 'new', 'pushed'));
    expect(told).toEqual(['new']);
  });

  it('is offline where nothing answers, keeps what it knew, and comes back', () => {
    desk.goLive();
    const last = store.lastAnswer();
    desk.breakSocket();
    vi.advanceTimersByTime(1_000);
    desk.stayAway();
    expect(store.connection()).toBe('offline');
    expect([online(), store.lastAnswer()]).toEqual([1, last]);
    vi.advanceTimersByTime(3_000);
    desk.answer();
    expect(store.connection()).toBe('polling');
  });

  it('takes a refusal for an answer', () => {
    desk.refuse();
    expect(store.connection()).toBe('polling');
  });

  it('rests while nobody looks, and hurries when somebody does', () => {
    desk.answer();
    turn('hidden');
    vi.advanceTimersByTime(60_000);
    expect(desk.asked()).toEqual([]);
    turn('visible');
    TestBed.tick();
    expect(desk.answer()).toEqual(EVERYTHING);
  });

  it('lets go of a connection on which nothing comes while the server counts events', () => {
    desk.goLive();
    for (const events_total of [1, 2, 3]) {
      vi.advanceTimersByTime(10_000);
      desk.answer({ '/metrics': { events_total } });
    }
    expect(store.connection()).not.toBe('online');
    expect(FakeWebSocket.last.isClosed).toBe(true);
    vi.advanceTimersByTime(700);
    expect(FakeWebSocket.made).toHaveLength(2);
  });

  it('keeps a connection on which messages come', () => {
    desk.goLive();
    for (const events_total of [1, 2, 3]) {
      FakeWebSocket.last.say('control', { camera_id: 'gate-1', command: 'stop' });
      vi.advanceTimersByTime(10_000);
      desk.answer({ '/metrics': { events_total } });
    }
    expect(store.connection()).toBe('online');
  });

  it('does not hold the silence of one connection against the next', () => {
    for (const first of [1, 3]) {
      desk.goLive();
      for (const events_total of [first, first + 1]) {
        vi.advanceTimersByTime(10_000);
        desk.answer({ '/metrics': { events_total } });
      }
      expect(store.connection()).toBe('online');
      desk.breakSocket();
      desk.answer();
      vi.advanceTimersByTime(1_000);
    }
  });

  it('ends with its page', () => {
    desk.goLive();
    const refresh = vi.spyOn(TestBed.inject(CameraStore), 'refresh');
    TestBed.resetTestingModule();
    expect(FakeWebSocket.last.isClosed).toBe(true);
    turn('visible');
    vi.advanceTimersByTime(60_000);
    expect(FakeWebSocket.made).toHaveLength(1);
    expect(refresh).not.toHaveBeenCalled();
  });
});
