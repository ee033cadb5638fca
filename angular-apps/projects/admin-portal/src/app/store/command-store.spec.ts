import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { CameraCommand, CommandAnswer } from '../api/wire';
import { aCamera } from '../testing/samples';
import { CameraStore } from './camera-store';
import { CommandStore } from './command-store';

const GONE = { status: 404, statusText: 'Not Found' };

describe('CommandStore', () => {
  let store: CommandStore;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(CommandStore);
    TestBed.inject(CameraStore).refresh();
    http.expectOne('/cameras').flush([aCamera()]);
  });
  afterEach(() => vi.useRealTimers());

  const sent = (): TestRequest => http.expectOne({ method: 'POST', url: '/camera-control' });
  const answer = (part: Partial<CommandAnswer>) =>
    sent().flush({
      camera_id: 'gate-1',
      command: 'stop',
      connected: true,
      acknowledged: true,
      state: 'stopped',
      ...part,
    });
  const unanswered = () => answer({ acknowledged: false, state: null });
  const ack = (command: CameraCommand, state: string) =>
    store.hear({ camera_id: 'gate-1', command, state });
  const text = () => store.outcomes().get('gate-1')?.text;
  const state = () => TestBed.inject(CameraStore).cameras()?.[0]?.state;

  it('says what is under way, then what the camera confirmed and how soon', () => {
    store.give('gate-1', 'stop');
    expect([text(), state(), store.busy().has('gate-1')]).toEqual(['Stopping…', undefined, true]);
    vi.advanceTimersByTime(1_300);
    answer({});
    expect(text()).toBe('It is stopped; the camera confirmed it after 1.3 s.');
    expect([state(), store.busy().size]).toEqual(['stopped', 0]);
  });

  it('takes no state from an answer that nobody confirmed', () => {
    store.give('gate-1', 'stop');
    answer({ acknowledged: false });
    expect(text()).toContain('not confirmed');
    expect(state()).toBeUndefined();
  });

  it('lets a late word complete it', () => {
    store.give('gate-1', 'stop');
    unanswered();
    ack('stop', 'stopped');
    expect([text(), state()]).toEqual(['It is stopped; the camera confirmed it late.', 'stopped']);
  });

  it('leaves the words to the answer that is on its way', () => {
    store.give('gate-1', 'stop');
    ack('stop', 'stopped');
    expect([text(), state()]).toEqual(['Stopping…', 'stopped']);
    answer({});
    expect(text()).toBe('It is stopped; the camera confirmed it at once.');
  });

  it('keeps to its words where the word is of another command, or comes again', () => {
    store.give('gate-1', 'stop');
    unanswered();
    ack('start', 'running');
    expect(text()).toContain('not confirmed');
    store.give('gate-1', 'stop');
    answer({});
    ack('stop', 'stopped');
    expect(text()).toBe('It is stopped; the camera confirmed it at once.');
  });

  it('knows the state of a camera that somebody else commanded', () => {
    ack('restart', 'running');
    expect([text(), state()]).toEqual([undefined, 'running']);
  });

  it('sends one at a time to a camera, and to others meanwhile', () => {
    store.give('gate-1', 'stop');
    store.give('gate-1', 'start');
    store.remove('gate-1');
    sent();
    http.expectNone('/cameras/gate-1');
    expect(text()).toBe('Stopping…');
    store.give('gate-2', 'start');
    sent();
    expect([...store.busy()]).toEqual(['gate-1', 'gate-2']);
  });

  it('says that a camera was removed, and asks for those that are there', () => {
    store.give('gate-1', 'stop');
    sent().flush({ detail: 'There is no camera gate-1.' }, GONE);
    expect(store.outcomes().get('gate-1')?.tone).toBe('fail');
    expect(text()).toContain('registers again');
    http.expectOne('/cameras');
    store.give('gate-1', 'start');
    sent();
  });

  it('waits ten seconds for an answer, not for ever', () => {
    store.give('gate-1', 'stop');
    const request = sent();
    vi.advanceTimersByTime(9_999);
    expect(text()).toBe('Stopping…');
    vi.advanceTimersByTime(1);
    expect([text(), store.busy().size]).toEqual(['The server does not answer.', 0]);
    expect(request.cancelled).toBe(true);
  });

  describe('to remove a camera', () => {
    const removal = (): TestRequest => http.expectOne({ method: 'DELETE', url: '/cameras/gate-1' });

    beforeEach(() => {
      ack('start', 'running');
      store.remove('gate-1');
    });

    it('forgets the camera, its state and its outcome', () => {
      expect(text()).toBe('Removing…');
      removal().flush({});
      expect([text(), state()]).toEqual([undefined, undefined]);
      expect(TestBed.inject(CameraStore).cameras()).toEqual([]);
      http.expectOne('/cameras');
    });

    it('says why it stays', () => {
      const reason = { status: 503, statusText: 'Busy' };
      removal().flush({ detail: 'The database is busy.' }, reason);
      expect([text(), state()]).toEqual(['The database is busy.', 'running']);
      expect(TestBed.inject(CameraStore).cameras()).toHaveLength(1);
    });
  });
});
