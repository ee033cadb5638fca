import { LiveMessage, LiveSocket } from './live-socket';

/** A WebSocket that does what the test says. */
class FakeSocket {
  static made: FakeSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;

  constructor(readonly url: string) {
    FakeSocket.made.push(this);
  }

  close(): void {
    this.closed = true;
  }
}

describe('LiveSocket', () => {
  const last = () => FakeSocket.made.at(-1);
  let live: LiveSocket;
  let opened: number;
  let heard: LiveMessage[];

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeSocket);
    FakeSocket.made = [];
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
    expect(last()?.url).toMatch(/^ws:.*\/ws\/events$/);
    last()?.onopen?.();
    expect(live.state()).toBe('live');
    last()?.onmessage?.({ data: '{"type":"job","data":{"job_id":"a"}}' });
    expect(heard).toEqual([{ type: 'job', data: { job_id: 'a' } }]);
    vi.advanceTimersByTime(2_000);
    expect(opened).toBe(1);
  });

  it('leaves out what is no message', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    last()?.onopen?.();
    ['no json', '[]', '{"type":"x"}'].forEach((data) => last()?.onmessage?.({ data }));
    expect(heard).toEqual([]);
    expect(warn).toHaveBeenCalled();
  });

  it('connects again by itself, with pauses', () => {
    last()?.onopen?.();
    last()?.onclose?.();
    expect(live.state()).toBe('lost');
    expect(FakeSocket.made).toHaveLength(1);
    vi.advanceTimersByTime(700);
    expect(FakeSocket.made).toHaveLength(2);
    last()?.onopen?.();
    expect(live.state()).toBe('live');
  });

  it('gives up on a connection that has fallen silent', () => {
    last()?.onopen?.();
    vi.advanceTimersByTime(9_000);
    last()?.onmessage?.({ data: '{"type":"metrics","data":{}}' });
    vi.advanceTimersByTime(9_000);
    expect(live.state()).toBe('live');
    const silent = last();
    vi.advanceTimersByTime(1_001);
    expect(live.state()).toBe('lost');
    expect(silent?.closed).toBe(true);
  });

  it('tries at once when the network is back', () => {
    last()?.onopen?.();
    for (let i = 0; i < 6; i++) {
      last()?.onclose?.();
      vi.advanceTimersByTime(20_000);
    }
    last()?.onclose?.();
    const made = FakeSocket.made.length;
    window.dispatchEvent(new Event('online'));
    expect(FakeSocket.made).toHaveLength(made + 1);
  });

  it('ends when it is told to', () => {
    last()?.onopen?.();
    live.stop();
    expect(last()?.closed).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(1);
  });
});
