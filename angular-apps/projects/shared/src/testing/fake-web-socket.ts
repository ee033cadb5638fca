/** Stands where the browser's WebSocket stands, and does what a spec says. */
export class FakeWebSocket {
  static readonly made: FakeWebSocket[] = [];

  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  isClosed = false;

  constructor(readonly url: string) {
    FakeWebSocket.made.push(this);
  }

  static get last(): FakeWebSocket {
    const last = FakeWebSocket.made.at(-1);
    if (!last) {
      throw new Error('no socket was made');
    }
    return last;
  }

  close(): void {
    this.isClosed = true;
    this.onclose = null;
  }

  open(): void {
    this.onopen?.();
  }

  say(type: string, data: unknown): void {
    this.sayText(JSON.stringify({ type, data }));
  }

  sayText(data: string): void {
    this.onmessage?.({ data });
  }

  break(): void {
    this.onclose?.();
  }
}
