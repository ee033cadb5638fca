import { FakeWebSocket } from '../testing/fake-web-socket';
import { LiveMessage, LiveSocket } from './live-socket';

describe('LiveSocket', () => {
  let live: LiveSocket;
  let opened: number;
  let heard: LiveMessage[];

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeWebSocket);
    FakeWebSocket.made.length = 0;
    opened = 0;
    heard = [];
    live = new LiveSocket('/ws/events', { silentAfterMs: 10_000 });
    live.opened.subscribe(() => opened++);
    live.messages.subscribe((message) => heard.push(message));
    live.start();
  });

  afterEach(() => {
    live.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is live once it is open and tells what it hears', () => {
    expect(live.state()).toBe('connecting');
    expect(FakeWebSocket.last.url).toMatch(/^ws:.*\/ws\/events$/);
    FakeWebSocket.last.open();
    expect(live.state()).toBe('live');
    FakeWebSocket.last.say('job', { job_id: 'a' });
    expect(heard).toEqual([{ type: 'job', data: { job_id: 'a' } }]);
    vi.advanceTimersByTime(2_000);
    expect(opened).toBe(1);
  });

  it('leaves out what is no message', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    FakeWebSocket.last.open();
    ['no json', '[]', '{"type":"x"}'].forEach((data) => FakeWebSocket.last.sayText(data));
    expect(heard).toEqual([]);
    expect(warn).toHaveBeenCalled();
  });

  it('connects again by itself, with pauses', () => {
    FakeWebSocket.last.open();
    FakeWebSocket.last.break();
    expect(live.state()).toBe('lost');
    expect(FakeWebSocket.made).toHaveLength(1);
    vi.advanceTimersByTime(700);
    expect(FakeWebSocket.made).toHaveLength(2);
    FakeWebSocket.last.open();
    expect(live.state()).toBe('live');
  });

  it('gives up on a connection that has fallen silent', () => {
    FakeWebSocket.last.open();
    vi.advanceTimersByTime(9_000);
    FakeWebSocket.last.say('metrics', {});
    vi.advanceTimersByTime(9_000);
    expect(live.state()).toBe('live');
    const silent = FakeWebSocket.last;
    vi.advanceTimersByTime(1_001);
    expect(live.state()).toBe('lost');
    expect(silent.isClosed).toBe(true);
  });

  it('tries at once when the network is back', () => {
    FakeWebSocket.last.open();
    for (let i = 0; i < 6; i++) {
      FakeWebSocket.last.break();
      vi.advanceTimersByTime(20_000);
    }
    FakeWebSocket.last.break();
    const made = FakeWebSocket.made.length;
    window.dispatchEvent(new Event('online'));
    expect(FakeWebSocket.made).toHaveLength(made + 1);
  });

  it('ends when it is told to', () => {
    FakeWebSocket.last.open();
    live.stop();
    expect(FakeWebSocket.last.isClosed).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(FakeWebSocket.made).toHaveLength(1);
  });
});
