import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Analytics } from '../api/wire';
import { aPoint, anAnalytics, at, event, events } from '../testing/samples';
import { AnalyticsStore } from './analytics-store';
import { DetectionBatch } from './detection-batch';

describe('AnalyticsStore', () => {
  let store: AnalyticsStore;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T10:00:30Z') });
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(AnalyticsStore);
  });
  afterEach(() => vi.useRealTimers());

  const asked = (): TestRequest => {
    const wanted = http.match(({ url }) => url === '/analytics').filter((one) => !one.cancelled);
    expect(wanted).toHaveLength(1);
    return wanted[0] as TestRequest;
  };
  const answer = (part: Partial<Analytics> = {}) => asked().flush(anAnalytics(part));
  const ask = (part: Partial<Analytics> = {}) => {
    store.refresh();
    answer(part);
  };
  const total = () => store.analytics()?.total_vehicles;
  const steps = () => store.analytics()?.series.map((point) => point.total_vehicles);

  it('asks for the last hour at first', () => {
    store.refresh();
    expect(store.analytics()).toBeNull();
    const { request } = asked();
    expect(request.params.get('bucket')).toBe('minute');
    expect(request.params.get('since')).toBe('2026-11-24T09:00:30.000Z');
    expect(request.params.has('camera_id')).toBe(false);
  });

  it('counts what is heard in every sum', () => {
    ask();
    store.hear([event(5), event(6, { camera_id: 'yard', object_counts: { dog: 1 } })]);
    expect(store.analytics()).toMatchObject({
      total_vehicles: 34,
      per_camera: { 'gate-1': 33, yard: 1 },
      type_distribution: { car: 22, bus: 11, dog: 1 },
    });
    expect(steps()).toEqual([7]);
    expect(store.typesInRange()).toEqual({ car: 4, bus: 2, dog: 1 });
  });

  it('counts nothing before there is an answer to add it to', () => {
    store.hear([event(1)]);
    expect(store.analytics()).toBeNull();
    ask();
    expect(total()).toBe(30);
  });

  it('sums up the types of all steps that are shown', () => {
    ask({ series: [aPoint(), aPoint({ timestamp: at(60) })] });
    expect(store.typesInRange()).toEqual({ car: 4, bus: 2 });
  });

  describe('while an answer is on its way', () => {
    it('counts what is heard once, whether the answer knew of it or not', () => {
      ask();
      store.refresh();
      store.hear([event(1), event(2)]);
      expect(total()).toBe(36);
      answer({ total_vehicles: 33, timeline: [event(1)] });
      expect(total()).toBe(36);
      ask({ total_vehicles: 36 });
      expect(total()).toBe(36);
    });

    it('counts once what was still being gathered when the answer came', () => {
      const batch = TestBed.inject(DetectionBatch);
      batch.batches.subscribe((detections) => store.hear(detections));
      store.refresh();
      batch.add(event(1));
      answer({ total_vehicles: 33, timeline: [event(1)] });
      batch.flush();
      expect(total()).toBe(33);
    });

    it('compares no more than the answer lists', () => {
      store.refresh();
      store.hear(events(101, 1));
      answer({ total_vehicles: 0 });
      expect(total()).toBe(300);
    });

    it('does not count again for an answer what was heard for the one before', () => {
      store.refresh();
      store.hear([event(1)]);
      asked().error(new ProgressEvent('error'));
      ask({ total_vehicles: 33 });
      expect(total()).toBe(33);
    });
  });

  describe('when another range or camera is chosen', () => {
    it('asks for it at once and does not wait for the answer before', () => {
      store.refresh();
      const before = asked();
      store.choose('month');
      expect(before.cancelled).toBe(true);
      const { request } = asked();
      expect(store.range().label).toBe('30 days');
      expect(request.params.get('bucket')).toBe('day');
      expect(request.params.get('since')).toBe('2026-10-25T10:00:30.000Z');
    });

    it('counts by the steps of the range', () => {
      store.choose('day');
      answer({ series: [aPoint()] });
      store.hear([event(3_599)]);
      expect(steps()).toEqual([6]);
    });

    it('shows the series of that camera only, and the sums of all', () => {
      store.chooseCamera('yard');
      const request = asked();
      expect(request.request.params.get('camera_id')).toBe('yard');
      request.flush(anAnalytics());
      store.hear([event(1)]);
      expect([total(), steps()]).toEqual([33, [3]]);
      store.hear([event(2, { camera_id: 'yard' })]);
      expect([total(), steps()]).toEqual([36, [6]]);
    });
  });

  it('knows the newest event, in whatever order they are told', () => {
    expect(store.lastEvent()).toBeNull();
    ask({ timeline: [event(5), event(3)] });
    expect(store.lastEvent()).toBe(at(5));
    store.hear([event(9), event(8)]);
    expect(store.lastEvent()).toBe(at(9));
    ask({ timeline: [event(5)] });
    expect(store.lastEvent()).toBe(at(9));
  });

  it('keeps its figures where an answer fails, and says why until one succeeds', () => {
    ask();
    store.refresh();
    asked().flush({ detail: 'The database is busy.' }, { status: 503, statusText: 'Busy' });
    expect([store.error(), total()]).toEqual(['The database is busy.', 30]);
    ask();
    expect(store.error()).toBe('');
  });
});
