import { Signal, signal } from '@angular/core';
import { Observable, Subject } from 'rxjs';
import { GrowingPause } from './growing-pause';

/** `lost` is a connection that was there, or could not be made, and is tried again. */
export type ConnectionState = 'connecting' | 'live' | 'lost';

export interface LiveMessage {
  readonly type: string;
  readonly data: unknown;
}

/** How long a socket that is open may stay without the message that should come steadily. */
export interface LiveSocketOptions {
  readonly silentAfterMs?: number;
}

const CONNECT_LIMIT_MS = 10_000;

function isMessage(value: unknown): value is LiveMessage {
  return typeof value === 'object' && value !== null && 'type' in value && 'data' in value;
}

/**
 * A WebSocket that connects again by itself, with growing pauses; at once when the page comes back
 * to the front or the network returns.
 */
export class LiveSocket {
  private readonly url: string;
  private readonly pause = new GrowingPause();
  private readonly current = signal<ConnectionState>('connecting');
  private readonly incoming = new Subject<LiveMessage>();
  private readonly openings = new Subject<void>();
  private socket: WebSocket | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setTimeout> | undefined;

  readonly state: Signal<ConnectionState> = this.current.asReadonly();
  readonly messages: Observable<LiveMessage> = this.incoming;
  /** Fires whenever the connection is there (again): the time to ask for the whole picture. */
  readonly opened: Observable<void> = this.openings;

  constructor(
    path: string,
    private readonly options: LiveSocketOptions = {},
  ) {
    this.url = new URL(path, location.href.replace(/^http/, 'ws')).href;
  }

  start(): void {
    window.addEventListener('online', this.hurry);
    document.addEventListener('visibilitychange', this.hurry);
    this.connect();
  }

  stop(): void {
    window.removeEventListener('online', this.hurry);
    document.removeEventListener('visibilitychange', this.hurry);
    clearTimeout(this.retry);
    this.drop();
  }

  /** Lets go of a connection that something else has shown to be dead, and tries again. */
  doubt(): void {
    if (this.current() === 'live') {
      this.lose();
    }
  }

  private readonly hurry = (): void => {
    if (document.visibilityState === 'visible' && this.retry !== undefined) {
      this.pause.reset();
      this.connect();
    }
  };

  private connect(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.drop();
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.expect(CONNECT_LIMIT_MS);
    socket.onopen = () => {
      this.pause.reset();
      this.expect(this.options.silentAfterMs);
      this.current.set('live');
      this.openings.next();
    };
    socket.onmessage = (event) => {
      this.expect(this.options.silentAfterMs);
      this.take(event.data);
    };
    socket.onclose = () => this.lose();
  }

  private take(text: unknown): void {
    let message: unknown;
    try {
      message = JSON.parse(String(text));
    } catch {
      console.warn('a message that is no JSON was left out');
      return;
    }
    if (isMessage(message)) {
      this.incoming.next(message);
    }
  }

  /** Gives up on a connection that stays silent: a half-open one is never closed by itself. */
  private expect(limitMs: number | undefined): void {
    clearTimeout(this.watch);
    this.watch = limitMs ? setTimeout(() => this.lose(), limitMs) : undefined;
  }

  private lose(): void {
    this.drop();
    this.current.set('lost');
    this.retry = setTimeout(() => this.connect(), this.pause.next());
  }

  private drop(): void {
    clearTimeout(this.watch);
    if (this.socket) {
      this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
      this.socket.close();
      this.socket = null;
    }
  }
}
