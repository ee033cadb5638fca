import { Injectable, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AlertEntry, Toast, Toasts } from 'shared';
import { AdminStore, Connection } from './admin-store';
import { AlertStore } from './alert-store';
import { CameraNews } from './camera-news';
import { CameraStore } from './camera-store';

const GATHERED_MS = 1_000;
const MOST_NAMES = 3;

const WORDS = {
  new: { tone: 'accent', one: 'New camera', many: 'new cameras' },
  lost: { tone: 'fail', one: 'Camera lost', many: 'cameras lost' },
  back: { tone: 'ok', one: 'Camera back', many: 'cameras back' },
  removed: { tone: 'off', one: 'Camera removed', many: 'cameras removed' },
} as const;

/** Tells in toasts what happened elsewhere; what happens to many cameras at once is one toast. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly toasts = inject(Toasts);
  private readonly gathered = new Map<CameraNews['what'], Set<string>>();
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

  private tellAlert(alert: AlertEntry): void {
    if (alert.level === 'critical') {
      const text = `${alert.source}: ${alert.message || alert.labels.join(', ')}`;
      this.toasts.show({ subject: 'alert', tone: 'fail', title: 'Critical alert', text });
    }
  }

  private tellConnection(connection: Connection): void {
    const subject = 'connection';
    if (connection === 'offline' && this.hasBeenOnline && !this.isLost) {
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
    this.toasts.show(cameraToast(what, names));
  }
}

export function cameraToast(what: CameraNews['what'], names: readonly string[]): Toast {
  const { tone, one, many } = WORDS[what];
  const more = names.length - MOST_NAMES;
  const listed = names.slice(0, MOST_NAMES).join(', ');
  return {
    subject: `camera-${what}`,
    tone,
    title: names.length === 1 ? one : `${names.length} ${many}`,
    text: more > 0 ? `${listed} and ${more} more` : listed,
  };
}
