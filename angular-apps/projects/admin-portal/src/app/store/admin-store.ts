import { DestroyRef, Injectable, computed, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { LiveSocket } from 'shared';
import { AdminMessage, isAdminMessage } from '../api/message';
import { Detection } from '../api/wire';
import { AlertStore } from './alert-store';
import { AnalyticsStore } from './analytics-store';
import { CameraStore } from './camera-store';
import { CommandStore } from './command-store';
import { DetectionBatch } from './detection-batch';
import { DetectionLog } from './detection-log';
import { Liveness } from './liveness';
import { Reach } from './reach';

const POLL_MS = 3_000;
const LIVE_REFRESH_MS = 10_000;

/** `polling` is a server that answers calls while the live connection cannot be made. */
export type Connection = 'connecting' | 'online' | 'polling' | 'offline';

/** The connection to the admin server: it pushes where it can and is polled where it must be. */
@Injectable({ providedIn: 'root' })
export class AdminStore {
  private readonly alerts = inject(AlertStore);
  private readonly analytics = inject(AnalyticsStore);
  private readonly cameras = inject(CameraStore);
  private readonly commands = inject(CommandStore);
  private readonly liveness = inject(Liveness);
  private readonly log = inject(DetectionLog);
  private readonly reach = inject(Reach);

  private readonly socket = new LiveSocket('/ws/cameras');
  private readonly batch = inject(DetectionBatch);
  private readonly isLive = computed(() => this.socket.state() === 'live');
  private timer: ReturnType<typeof setInterval> | undefined;
  private polls = 0;

  /** When the server answered last, by this computer's clock. */
  readonly lastAnswer = this.reach.lastAnswer;

  readonly connection = computed<Connection>(() => {
    const answers = this.reach.answers();
    if (this.isLive()) {
      return 'online';
    }
    return answers === null ? 'connecting' : answers ? 'polling' : 'offline';
  });

  constructor() {
    this.socket.opened.pipe(takeUntilDestroyed()).subscribe(() => this.refreshAll(false));
    this.socket.messages.pipe(takeUntilDestroyed()).subscribe((message) => {
      this.liveness.hear();
      if (isAdminMessage(message)) {
        this.take(message);
      }
    });
    this.batch.batches.pipe(takeUntilDestroyed()).subscribe((events) => this.passOn(events));
    this.liveness.deaths.pipe(takeUntilDestroyed()).subscribe(() => this.socket.doubt());
    effect(() => {
      const state = this.socket.state();
      untracked(() => this.changeWay(state === 'live'));
    });
    document.addEventListener('visibilitychange', this.tick);
    this.socket.start();
    inject(DestroyRef).onDestroy(() => {
      clearInterval(this.timer);
      document.removeEventListener('visibilitychange', this.tick);
      this.socket.stop();
    });
  }

  private changeWay(isLive: boolean): void {
    clearInterval(this.timer);
    this.liveness.reset();
    this.polls = 0;
    if (!isLive) {
      this.reach.doubt();
      this.tick();
    }
    this.timer = setInterval(this.tick, isLive ? LIVE_REFRESH_MS : POLL_MS);
  }

  /** Heartbeats and the passing of time come with no message, so that some calls go on while live. */
  private readonly tick = (): void => {
    if (document.visibilityState === 'hidden') {
      return;
    }
    if (this.isLive()) {
      this.cameras.refresh();
      this.analytics.refresh();
      this.liveness.check();
      this.retry();
    } else {
      this.refreshAll(this.polls++ > 0);
    }
  };

  /** Where nothing is pushed, the differences between two answers are the news. */
  private refreshAll(areDifferencesNews: boolean): void {
    this.cameras.refresh(areDifferencesNews);
    this.alerts.refresh(areDifferencesNews);
    this.analytics.refresh();
    this.log.refresh();
  }

  /** What is otherwise asked for once for each connection, where that failed. */
  private retry(): void {
    if (this.alerts.error()) {
      this.alerts.refresh();
    }
    if (this.log.error()) {
      this.log.refresh();
    }
  }

  private take(message: AdminMessage): void {
    switch (message.type) {
      case 'detection':
        return this.batch.add(message.data);
      case 'alert':
        return this.alerts.hear(message.data);
      case 'alert_acknowledged':
        return this.alerts.hearSeen(message.data);
      case 'camera':
        return this.cameras.hear(message.data);
      case 'ack':
        return this.commands.hear(message.data);
    }
  }

  private passOn(detections: readonly Detection[]): void {
    this.analytics.hear(detections);
    this.cameras.hearDetections(detections);
    this.log.hear(detections);
  }
}
