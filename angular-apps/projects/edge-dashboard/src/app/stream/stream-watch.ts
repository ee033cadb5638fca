import { HttpErrorResponse, HttpEvent, HttpEventType } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { EMPTY, Subscription, catchError, first, timeout } from 'rxjs';
import { Clock, GrowingPause, problemText } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { CoordinatorStore } from '../state/coordinator-store';

const LIVE_FOR_MS = 6_000;
const ANSWER_LIMIT_MS = 5_000;

export type StreamState = 'connecting' | 'live' | 'waiting' | 'lost' | 'paused';

/**
 * The connection of the live picture. An image tells only of its first picture and of its refusal,
 * so the coordinator's other words say the rest.
 */
@Injectable()
export class StreamWatch {
  private readonly api = inject(CoordinatorApi);
  private readonly store = inject(CoordinatorStore);
  private readonly clock = inject(Clock);
  private readonly pause = new GrowingPause();
  /** A line of its own for each try: a browser joins lines of one address. */
  private readonly attempt = signal(Date.now());
  private readonly shows = signal(false);
  private readonly isDown = signal(false);
  private readonly isHidden = signal(document.hidden);
  private retry: ReturnType<typeof setTimeout> | undefined;
  private asking: Subscription | undefined;

  /** Why the server refuses the picture, in its words. */
  readonly refusal = signal('');

  private readonly choice = signal<string | null>(null);
  /** The job that is to be shown while it runs; null leaves the choice to the coordinator. */
  readonly chosen = computed(() => {
    const id = this.choice();
    return id !== null && this.running().some((job) => job.job_id === id) ? id : null;
  });
  /** The jobs that can be chosen, the newest first. */
  readonly running = computed(() =>
    this.store.jobs.open().filter((job) => job.status === 'processing'),
  );
  /** The job whose frames are shown; null where that is not known. */
  readonly shown = computed(() => {
    const running = this.running();
    const told = this.store.metrics.now()?.stream_job_id;
    const only = running.length === 1 ? (running[0]?.job_id ?? null) : null;
    const id = this.chosen() ?? (told === undefined ? only : told);
    return id === null ? null : (this.store.jobs.byId(id) ?? null);
  });

  /** Where the picture comes from; nothing while the page is hidden or there is no line. */
  readonly source = computed(() =>
    this.isHidden() || this.isDown() || this.store.connection.isStale()
      ? null
      : `/video-stream?${this.jobParameter()}t=${this.attempt()}`,
  );

  readonly state = computed<StreamState>(() => {
    if (this.isHidden()) {
      return 'paused';
    }
    if (this.isDown() || this.store.connection.isStale()) {
      return 'lost';
    }
    if (!this.shows()) {
      return 'connecting';
    }
    const last = this.store.results.lastFrameAt();
    this.clock.now();
    return this.store.isProcessing() || Date.now() - last < LIVE_FOR_MS ? 'live' : 'waiting';
  });

  constructor() {
    const seen = () => {
      this.isHidden.set(document.hidden);
      this.shows.set(false);
    };
    document.addEventListener('visibilitychange', seen);
    let wasStale = false;
    effect(() => {
      const isStale = this.store.connection.isStale();
      if (wasStale && !isStale) {
        untracked(() => this.connect());
      }
      wasStale = isStale;
    });
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(this.retry);
      this.asking?.unsubscribe();
    });
  }

  /** Shows one of the running jobs, or whichever the coordinator shows. */
  choose(id: string | null): void {
    this.choice.set(id);
    this.connect();
  }

  /** The first picture is there. */
  loaded(): void {
    this.shows.set(true);
    this.refusal.set('');
    this.pause.reset();
  }

  /** The line could not be had, or broke: asks why, and tries again later. */
  failed(): void {
    this.isDown.set(true);
    this.shows.set(false);
    this.askWhy();
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.connect(), this.pause.next());
  }

  private jobParameter(): string {
    const id = this.chosen();
    return id === null ? '' : `job_id=${encodeURIComponent(id)}&`;
  }

  private connect(): void {
    clearTimeout(this.retry);
    this.attempt.update((n) => n + 1);
    this.shows.set(false);
    this.isDown.set(false);
  }

  private askWhy(): void {
    this.asking?.unsubscribe();
    this.asking = this.api
      .streamAnswer(this.chosen())
      .pipe(
        // a good answer will do, and this second line is dropped again; a bad one errs at its end
        first(isGoodAnswer),
        timeout(ANSWER_LIMIT_MS),
        catchError((error: unknown) => {
          const isAnswer = error instanceof HttpErrorResponse && error.status > 0;
          this.refusal.set(isAnswer ? problemText(error) : '');
          return EMPTY;
        }),
      )
      .subscribe(() => this.refusal.set(''));
  }
}

function isGoodAnswer(event: HttpEvent<string>): boolean {
  const isAnswer =
    event.type === HttpEventType.ResponseHeader || event.type === HttpEventType.Response;
  return isAnswer && event.ok;
}
