import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Mutes, Toasts, kindOf } from 'shared';
import { CameraAlert } from '../api/wire';
import { anAlert } from '../testing/samples';
import { AlertStore, MOST_ALERTS } from './alert-store';

const alert = (id: string, part: Partial<CameraAlert> = {}) => anAlert({ event_id: id, ...part });

describe('AlertStore', () => {
  let store: AlertStore;
  let http: HttpTestingController;
  let news: string[];

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(2026, 10, 24, 23, 59, 58) });
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(AlertStore);
    news = [];
    store.news.subscribe(({ key }) => news.push(key));
  });
  afterEach(() => vi.useRealTimers());

  const answer = (...alerts: CameraAlert[]) => http.expectOne('/camera-alerts').flush(alerts);
  const ask = (isAnnouncing: boolean, ...alerts: CameraAlert[]) => {
    store.refresh(isAnnouncing);
    answer(...alerts);
  };
  const keys = () => store.entries().map(({ key }) => key);

  it('has nothing until the first answer, which is no news', () => {
    expect(store.isLoaded()).toBe(false);
    ask(true, alert('a2'), alert('a1'));
    expect(store.isLoaded()).toBe(true);
    expect([keys(), news]).toEqual([['a2', 'a1'], []]);
  });

  it('puts a new alert first, and tells of it', () => {
    ask(false, alert('a1'));
    store.hear(alert('a2'));
    expect([keys(), news]).toEqual([['a2', 'a1'], ['a2']]);
    http.expectNone('/camera-alerts');
  });

  it('does not tell of an alert again that it knows', () => {
    ask(false, alert('a1'));
    store.hear(alert('a1'));
    expect([keys(), news]).toEqual([['a1'], []]);
    expect(store.entries()[0]?.count).toBe(1);
  });

  it('finds the news in the next answer where nobody else tells, the oldest first', () => {
    ask(true, alert('a1'));
    ask(true, alert('a3'), alert('a2'), alert('a1'));
    expect(news).toEqual(['a2', 'a3']);
    ask(false, alert('a4'), alert('a3'));
    expect(news).toEqual(['a2', 'a3']);
  });

  it('asks again after an answer that may not know yet what was heard', () => {
    ask(false, alert('a1'));
    store.refresh();
    store.hear(alert('a2'));
    answer(alert('a1'));
    answer(alert('a2'), alert('a1'));
    expect([keys(), news]).toEqual([['a2', 'a1'], ['a2']]);
  });

  it('holds as many as the server lists', () => {
    ask(false, ...Array.from({ length: MOST_ALERTS }, (_, i) => alert(`a${i}`)));
    store.hear(alert('new'));
    expect([keys().length, keys()[0], keys().at(-1)]).toEqual([MOST_ALERTS, 'new', 'a198']);
  });

  it('counts those of today, which ends at midnight', () => {
    const at = new Date(2026, 10, 24, 12).toISOString();
    ask(false, alert('a1', { timestamp: at }), alert('a2', { timestamp: at, level: 'info' }));
    expect(store.today()).toEqual({ all: 2, critical: 1, isAtLeast: false });
    vi.advanceTimersByTime(3_000);
    expect(store.today()).toEqual({ all: 0, critical: 0, isAtLeast: false });
  });

  it('says why an answer failed until one succeeds', () => {
    store.refresh();
    http.expectOne('/camera-alerts').error(new ProgressEvent('error'));
    expect([store.error(), store.isLoaded()]).toEqual(['The server does not answer.', false]);
    ask(false);
    expect([store.error(), store.isLoaded()]).toEqual(['', true]);
  });

  describe('that somebody sees', () => {
    const numbered = (alert_id: number, part: Partial<CameraAlert> = {}) =>
      alert(`a${alert_id}`, { alert_id, acknowledged_at: null, ...part });
    const unseen = () => store.unseen().map(({ key }) => key);
    const told = (number: number) =>
      http.expectOne({ method: 'POST', url: `/camera-alerts/${number}/acknowledge` });

    beforeEach(() => {
      localStorage.clear();
      ask(false, numbered(2), numbered(1));
    });

    it('are told to the server, and stay as alerts that were seen', () => {
      store.acknowledge(store.entries().slice(0, 1));
      told(2).flush({});
      expect([unseen(), keys(), news]).toEqual([['a1'], ['a2', 'a1'], []]);
    });

    it('are told a few at a time, and none twice', () => {
      ask(false, ...Array.from({ length: 9 }, (_, i) => numbered(i)));
      store.acknowledge(store.unseen());
      expect(http.match(({ method }) => method === 'POST')).toHaveLength(4);
    });

    it('are known where somebody else did', () => {
      store.hearSeen(numbered(1, { acknowledged_at: '2026-11-24T10:00:05Z' }));
      store.hearSeen(numbered(7, { acknowledged_at: '2026-11-24T10:00:05Z' }));
      expect([unseen(), keys(), news]).toEqual([['a2'], ['a2', 'a1'], []]);
    });

    it('are open again where the server refused, in its words', () => {
      store.acknowledge(store.unseen().slice(0, 1));
      told(2).flush({ detail: 'The database is busy.' }, { status: 503, statusText: 'Busy' });
      expect(TestBed.inject(Toasts).shown()[0]?.text).toBe('The database is busy.');
      expect(unseen()).toEqual(['a2', 'a1']);
    });

    it('are not wanted any more where their kind is muted', () => {
      ask(false, numbered(3, { message: 'It took 812 ms.' }), numbered(2));
      const [first] = store.entries();
      TestBed.inject(Mutes).set(first ? kindOf(first) : '', true);
      expect(store.wanted().map(({ key }) => key)).toEqual(['a2']);
      store.hear(numbered(4, { message: 'It took 1,204.5 ms.' }));
      expect(unseen()).toEqual(['a2']);
    });
  });
});
