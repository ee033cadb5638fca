import { Injectable, computed, inject, signal } from '@angular/core';
import { Clock, Refresh, problemText } from 'shared';
import { Observable, Subject } from 'rxjs';
import { AdminApi } from '../api/admin-api';
import { Camera, CameraNotice, Detection } from '../api/wire';
import { isBlind, isStopped, isWatching } from './camera-condition';
import { CameraNews, differences } from './camera-news';

/** The cameras that the admin server knows; the server bounds how many. */
@Injectable({ providedIn: 'root' })
export class CameraStore {
  private readonly api = inject(AdminApi);
  private readonly clock = inject(Clock);
  private readonly list = signal<readonly Camera[] | null>(null);
  private readonly failure = signal('');
  private readonly told = new Subject<readonly CameraNews[]>();
  private readonly refreshing = new Refresh(() => this.api.cameras(), {
    take: (cameras) => this.take(cameras),
    fail: (error) => this.failure.set(problemText(error)),
  });
  private isAnnouncing = false;
  /** Answers that may be older than what a notice told, or come right after such a one. */
  private doubtful = 0;

  /** `null` until the first answer. */
  readonly cameras = this.list.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly news: Observable<readonly CameraNews[]> = this.told;
  /** How many are there and watch; those that were stopped count apart. */
  readonly online = computed(() => (this.list() ?? []).filter(isWatching).length);
  readonly stopped = computed(() => (this.list() ?? []).filter(isStopped).length);
  /** How many of those online get no picture. */
  readonly blind = computed(() => (this.list() ?? []).filter(isBlind).length);

  /** Asks for the cameras; which came and went since is news only where nobody else tells of it. */
  refresh(isAnnouncing = false): void {
    this.isAnnouncing = isAnnouncing;
    this.refreshing.run();
  }

  hear(notice: CameraNotice): void {
    const before = this.list();
    if (before) {
      const after = withNotice(before, notice);
      this.list.set(after);
      this.tell(differences(before, after));
    }
    if (this.refreshing.isInFlight) {
      this.doubtful = 2;
      this.refreshing.run();
    }
  }

  /** A camera's word that it is in a state; it is newer than an answer that is on its way. */
  confirm(cameraId: string, state: string): void {
    const put = () =>
      this.list.update(
        (list) =>
          list?.map((camera) => (camera.camera_id === cameraId ? { ...camera, state } : camera)) ??
          null,
      );
    this.refreshing.hear(put, cameraId);
  }

  /** An event is a sign of life. */
  hearDetections(detections: readonly Detection[]): void {
    const alive = new Set(detections.map(({ camera_id }) => camera_id));
    const now = new Date(this.clock.now()).toISOString();
    this.list.update(
      (list) =>
        list?.map((camera) =>
          alive.has(camera.camera_id) && camera.last_seen < now
            ? { ...camera, last_seen: now }
            : camera,
        ) ?? null,
    );
  }

  /** Takes a camera off the list, because the user did. */
  forget(cameraId: string): void {
    this.list.update((list) => list?.filter(({ camera_id }) => camera_id !== cameraId) ?? null);
    this.refresh();
  }

  private take(cameras: readonly Camera[]): void {
    const before = this.list();
    this.failure.set('');
    this.list.set(cameras);
    if (before) {
      this.tell(differences(before, cameras).filter((news) => this.isWorthTelling(news)));
    }
    this.doubtful = Math.max(0, this.doubtful - 1);
  }

  /** An answer may be here before the notice of a camera that was lost, which is none then. */
  private isWorthTelling({ what }: CameraNews): boolean {
    return this.isAnnouncing || (this.doubtful === 0 && (what === 'lost' || what === 'back'));
  }

  private tell(news: readonly CameraNews[]): void {
    if (news.length > 0) {
      this.told.next(news);
    }
  }
}

function withNotice(cameras: readonly Camera[], notice: CameraNotice): readonly Camera[] {
  const { status } = notice;
  if (status === 'removed') {
    return cameras.filter(({ camera_id }) => camera_id !== notice.camera_id);
  }
  const camera: Camera = { ...notice, status };
  return cameras.some(({ camera_id }) => camera_id === notice.camera_id)
    ? cameras.map((other) => (other.camera_id === notice.camera_id ? camera : other))
    : [...cameras, camera];
}
