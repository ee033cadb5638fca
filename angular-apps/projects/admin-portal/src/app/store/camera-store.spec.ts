import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Camera } from '../api/wire';
import { aCamera, aDetection } from '../testing/samples';
import { CameraNews } from './camera-news';
import { CameraStore } from './camera-store';

const yard = aCamera({ camera_id: 'yard', status: 'offline' });

describe('CameraStore', () => {
  let store: CameraStore;
  let http: HttpTestingController;
  let news: CameraNews[];

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T11:00:00Z') });
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(CameraStore);
    news = [];
    store.news.subscribe((more) => news.push(...more));
  });
  afterEach(() => vi.useRealTimers());

  const answer = (...cameras: Camera[]) => http.expectOne('/cameras').flush(cameras);
  const ask = (isAnnouncing: boolean, ...cameras: Camera[]) => {
    store.refresh(isAnnouncing);
    answer(...cameras);
  };
  const ids = () => store.cameras()?.map(({ camera_id }) => camera_id);

  it('knows no camera until the first answer, which is no news', () => {
    expect(store.cameras()).toBeNull();
    ask(true, aCamera(), yard);
    expect([ids(), store.online()]).toEqual([['gate-1', 'yard'], 1]);
    expect(news).toEqual([]);
  });

  it('tells of what changed between two answers where nobody else does', () => {
    ask(true, aCamera());
    ask(true, aCamera({ status: 'offline' }));
    expect(news).toEqual([{ camera: 'gate-1', what: 'lost' }]);
    ask(false, aCamera(), yard);
    expect(news.slice(1)).toEqual([{ camera: 'gate-1', what: 'back' }]);
    expect(store.online()).toBe(1);
  });

  it('tells of a lost camera once, whether an answer or a notice says it first', () => {
    ask(false, aCamera());
    ask(false, aCamera({ status: 'offline' }));
    store.hear(aCamera({ status: 'offline' }));
    expect(news).toEqual([{ camera: 'gate-1', what: 'lost' }]);
    store.hear(aCamera());
    store.refresh();
    store.hear(aCamera({ status: 'offline' }));
    answer(aCamera());
    answer(aCamera({ status: 'offline' }));
    expect(news.map(({ what }) => what)).toEqual(['lost', 'back', 'lost']);
  });

  it('takes a notice at its word, and tells of it', () => {
    ask(false, aCamera());
    store.hear({ ...yard, status: 'active' });
    store.hear(aCamera({ status: 'offline' }));
    expect(ids()).toEqual(['gate-1', 'yard']);
    expect(store.cameras()?.[0]?.status).toBe('offline');
    store.hear({ ...yard, status: 'removed' });
    expect(ids()).toEqual(['gate-1']);
    expect(news.map(({ what }) => what)).toEqual(['new', 'lost', 'removed']);
  });

  it('says nothing where a camera registered again and is as it was', () => {
    ask(false, aCamera());
    store.hear(aCamera({ registered_at: '2026-11-24T10:59:00Z' }));
    expect(store.cameras()?.[0]?.registered_at).toBe('2026-11-24T10:59:00Z');
    expect(news).toEqual([]);
  });

  it('asks again after an answer that may not know yet what a notice told', () => {
    ask(false, aCamera());
    store.refresh();
    store.hear({ ...yard, status: 'active' });
    answer(aCamera());
    answer(aCamera(), yard);
    expect(ids()).toEqual(['gate-1', 'yard']);
    http.expectNone('/cameras');
  });

  it('asks for nothing more where a notice comes at rest, or before there is a list', () => {
    store.hear(aCamera());
    http.expectNone('/cameras');
    expect(store.cameras()).toBeNull();
    ask(false);
    store.hear(aCamera());
    http.expectNone('/cameras');
  });

  it('takes an event for a sign of life of its camera', () => {
    ask(false, aCamera(), yard);
    store.hearDetections([aDetection()]);
    expect(store.cameras()?.map(({ last_seen }) => last_seen)).toEqual([
      '2026-11-24T11:00:00.000Z',
      yard.last_seen,
    ]);
  });

  it('does not put back what the server saw later than its clock', () => {
    const ahead = aCamera({ last_seen: '2026-11-24T11:00:03Z' });
    ask(false, ahead);
    store.hearDetections([aDetection()]);
    expect(store.cameras()).toEqual([ahead]);
  });

  it('forgets a camera at once, without news, and asks how things are', () => {
    ask(true, aCamera(), yard);
    store.forget('yard');
    expect(ids()).toEqual(['gate-1']);
    answer(aCamera());
    expect([ids(), news]).toEqual([['gate-1'], []]);
  });

  it('keeps the cameras where an answer fails, and says why until one succeeds', () => {
    ask(false, aCamera());
    store.refresh();
    http.expectOne('/cameras').error(new ProgressEvent('error'));
    expect([store.error(), ids()]).toEqual(['The server does not answer.', ['gate-1']]);
    ask(false, aCamera());
    expect(store.error()).toBe('');
  });
});
