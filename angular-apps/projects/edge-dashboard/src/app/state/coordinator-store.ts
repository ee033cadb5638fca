import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import { LiveMessage, Mutes, Toasts, Tone } from 'shared';
import { Alert, Job, ResultsBatch, SystemMetrics, Worker } from '../api/wire';
import { AlertsState } from './alerts-state';
import { Connection } from './connection';
import { JobsState } from './jobs-state';
import { LedgerState } from './ledger-state';
import { MetricsState } from './metrics-state';
import { ModelsState } from './models-state';
import { Notice } from './notices';
import { ResultsState } from './results-state';
import { WorkersState } from './workers-state';

const POLL_MS = 3_000;
/** How long a push may take to begin before the frames are read without it. */
const PUSH_WITHIN_MS = 3_000;

/**
 * Everything the dashboard knows of its coordinator: the whole picture after every connecting,
 * then what is pushed; asked for every three seconds where nothing is pushed.
 */
@Injectable({ providedIn: 'root' })
export class CoordinatorStore {
  private readonly toasts = inject(Toasts);
  private readonly mutes = inject(Mutes);
  readonly connection = inject(Connection);
  readonly jobs = inject(JobsState);
  readonly workers = inject(WorkersState);
  readonly metrics = inject(MetricsState);
  readonly results = inject(ResultsState);
  readonly alerts = inject(AlertsState);
  readonly ledger = inject(LedgerState);
  readonly models = inject(ModelsState);
  private hasHeard = false;

  private readonly takers: Readonly<Record<string, (data: unknown) => void>> = {
    job: (data) => {
      this.jobs.heard(data as Job);
      this.ledger.expectChange();
    },
    worker: (data) => this.workers.heard(data as Worker),
    metrics: (data) => this.metrics.heard(data as SystemMetrics),
    results: (data) => {
      this.results.heard(data as ResultsBatch);
      this.ledger.expectChange();
    },
    alert: (data) => this.alerts.heard(data as Alert),
  };

  /** The system in a shape and a few words. */
  readonly state = computed<{ tone: Tone; label: string }>(() => {
    switch (this.connection.state()) {
      case 'connecting':
        return { tone: 'wait', label: 'connecting' };
      case 'offline':
        return { tone: 'fail', label: 'offline' };
      case 'online':
        return this.workers.isLoaded() && this.workers.serving().length === 0
          ? { tone: 'wait', label: 'online, no worker' }
          : { tone: 'ok', label: 'online' };
    }
  });

  /** Whether pictures are being processed at this moment. */
  readonly isProcessing = computed(() => (this.metrics.now()?.frames.fps ?? 0) > 0);

  constructor() {
    let before = this.connection.state();
    effect(() => {
      const state = this.connection.state();
      untracked(() => this.tell(before, state));
      before = state;
    });
    effect(() => {
      if (this.connection.socket.state() === 'lost') {
        untracked(() => {
          this.results.release();
          this.refresh();
        });
      }
    });
  }

  /** Begins; ends with the page. */
  start(): void {
    const socket = this.connection.socket;
    socket.messages.subscribe((message) => this.take(message));
    socket.opened.subscribe(() => (this.hasHeard = false));
    socket.start();
    this.results.hold();
    this.refresh();
    setTimeout(() => this.results.release(), PUSH_WITHIN_MS);
    setInterval(() => this.poll(), POLL_MS);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        this.refreshAll();
      }
    });
  }

  private take(message: LiveMessage): void {
    // from its first message on nothing is missed: what was before is asked for now
    if (!this.hasHeard) {
      this.hasHeard = true;
      this.refreshAll();
    }
    this.takers[message.type]?.(message.data);
  }

  private poll(): void {
    if (!this.connection.isLive() && !document.hidden) {
      this.refresh();
    }
  }

  private refreshAll(): void {
    this.results.readWhole();
    this.refreshRest();
  }

  private refresh(): void {
    this.results.refresh.run();
    this.refreshRest();
  }

  private refreshRest(): void {
    this.jobs.refresh.run();
    this.workers.refresh.run();
    this.metrics.refresh.run();
    this.alerts.refresh.run();
    this.ledger.refresh.run();
    this.models.refresh.run();
  }

  private tell(before: string, now: string): void {
    if (this.mutes.has('connection' satisfies Notice)) {
      return;
    }
    const toast = { subject: 'connection', title: 'Coordinator' };
    if (now === 'offline' && before === 'online') {
      this.toasts.show({ ...toast, tone: 'fail', text: 'Connection lost. Trying again.' });
    } else if (now === 'online' && before === 'offline') {
      this.toasts.show({ ...toast, tone: 'ok', text: 'Connected again.' });
    }
  }
}
