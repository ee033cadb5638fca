import { Injectable, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AlertEntry, Mutes, Toast, Toasts, cutName, kindOf } from 'shared';
import { AdminStore, Connection } from './admin-store';
import { AlertStore } from './alert-store';
import { CameraNews } from './camera-news';
import { CameraStore } from './camera-store';
import { Notice } from './notices';

const GATHERED_MS = 1_000;
const MOST_NAMES = 3;
const NAME_COLUMNS = 24;
/** A critical alert like one that was told of is told of again after so long. */
const AGAIN_AFTER_MS = 300_000;
const MOST_KINDS = 1_000;

const WORDS = {
  new: { tone: 'accent', one: 'New camera', many: 'new cameras' },
  lost: { tone: 'fail', one: 'Camera lost', many: 'cameras lost' },
  back: { tone: 'ok', one: 'Camera back', many: 'cameras back' },
  removed: { tone: 'off', one: 'Camera removed', many: 'cameras removed' },
} as const;

/** Tells in toasts what happened elsewhere; what happens to many cameras at once is one toast. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly mutes = inject(Mutes);
  private readonly toasts = inject(Toasts);
  private readonly gathered = new Map<CameraNews['what'], Set<string>>();
  private readonly toldAt = new Map<string, number>();
  private critical: AlertEntry[] = [];
  private hasBeenOnline = false;
  private isLost = false;

  constructor() {
    const admin = inject(AdminStore);
    inject(CameraStore)
      .news.pipe(takeUntilDestroyed())
      .subscribe((news) => this.tellCameras(news));
    inject(AlertStore)
      .news.pipe(takeUntilDestroyed())
      .subscribe((alert) => this.tellAlert(alert));
    effect(() => {
      const connection = admin.connection();
      untracked(() => this.tellConnection(connection));
    });
  }

  private tellCameras(news: readonly CameraNews[]): void {
    for (const { camera, what } of news) {
      const names = this.gathered.get(what);
      if (names) {
        names.add(camera);
      } else {
        this.gathered.set(what, new Set([camera]));
        setTimeout(() => this.flush(what), GATHERED_MS);
      }
    }
  }

  /** Critical ones only, each kind once in a while, and not what the user has seen or muted. */
  private tellAlert(alert: AlertEntry): void {
    const kind = kindOf(alert);
    const isLately = Date.now() - (this.toldAt.get(kind) ?? -Infinity) < AGAIN_AFTER_MS;
    if (alert.level !== 'critical' || alert.isSeen || isLately || this.mutes.has(kind)) {
      return;
    }
    this.remember(kind);
    if (this.critical.push(alert) === 1) {
      setTimeout(() => this.flushAlerts(), GATHERED_MS);
    }
  }

  private remember(kind: string): void {
    this.toldAt.delete(kind);
    this.toldAt.set(kind, Date.now());
    for (const [oldest] of [...this.toldAt].slice(0, -MOST_KINDS)) {
      this.toldAt.delete(oldest);
    }
  }

  private flushAlerts(): void {
    const alerts = this.critical;
    this.critical = [];
    if (!this.mutes.has('alerts' satisfies Notice)) {
      this.toasts.show(alertToast(alerts));
    }
  }

  private tellConnection(connection: Connection): void {
    const subject = 'connection';
    if (connection === 'offline' && this.hasBeenOnline && !this.isLost) {
      if (this.mutes.has('connection' satisfies Notice)) {
        return;
      }
      this.isLost = true;
      const text = 'What is shown stays as it was. Trying again.';
      this.toasts.show({ subject, tone: 'fail', title: 'Connection lost', text });
    } else if (connection === 'online' || connection === 'polling') {
      this.hasBeenOnline = true;
      if (this.isLost) {
        this.isLost = false;
        const text = 'What is shown is current.';
        this.toasts.show({ subject, tone: 'ok', title: 'Connected again', text });
      }
    }
  }

  private flush(what: CameraNews['what']): void {
    const names = [...(this.gathered.get(what) ?? [])];
    this.gathered.delete(what);
    if (!this.mutes.has('cameras' satisfies Notice)) {
      this.toasts.show(cameraToast(what, names));
    }
  }
}

function listed(names: readonly string[]): string {
  const short = names.slice(0, MOST_NAMES).map((name) => cutName(name, NAME_COLUMNS));
  const more = names.length - short.length;
  return more > 0 ? `${short.join(', ')} and ${more} more` : short.join(', ');
}

export function alertToast(alerts: readonly AlertEntry[]): Toast {
  const [first] = alerts;
  const sources = [...new Set(alerts.map(({ source }) => source))];
  return alerts.length === 1 && first
    ? {
        subject: 'alert',
        tone: 'fail',
        title: 'Critical alert',
        text: `${cutName(first.source, NAME_COLUMNS)}: ${first.message || first.labels.join(', ')}`,
      }
    : {
        subject: 'alert',
        tone: 'fail',
        title: `${alerts.length} critical alerts`,
        text: listed(sources),
      };
}

export function cameraToast(what: CameraNews['what'], names: readonly string[]): Toast {
  const { tone, one, many } = WORDS[what];
  return {
    subject: `camera-${what}`,
    tone,
    title: names.length === 1 ? one : `${names.length} ${many}`,
    text: listed(names),
  };
}
