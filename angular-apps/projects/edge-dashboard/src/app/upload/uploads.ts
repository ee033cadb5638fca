import { HttpErrorResponse, HttpEvent, HttpEventType } from '@angular/common/http';
import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Subscription } from 'rxjs';
import { problemText } from 'shared';
import { Accepted, CoordinatorApi, UploadOptions } from '../api/coordinator-api';
import { JobsState } from '../state/jobs-state';
import { LostUploads } from './lost-uploads';
import { UploadItem } from './upload-item';
import { refusal } from './video-file';

const AT_A_TIME = 2;
/** Files that wait, go or were refused; more are turned away in words. */
const MOST_ITEMS = 50;
/** Jobs of this page's own uploads that stay in view when they have ended. */
const MOST_SENT = 3;

/** Answers after which the same file may be taken a little later. */
function isPassing(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

/** The files on their way: two at a time, the others wait for their turn. */
@Injectable({ providedIn: 'root' })
export class Uploads {
  private readonly api = inject(CoordinatorApi);
  private readonly jobs = inject(JobsState);
  private readonly lost = inject(LostUploads);
  private readonly list = signal<readonly UploadItem[]>([]);
  private readonly underWay = new Map<UploadItem, Subscription>();
  private readonly sentIds = signal<readonly string[]>([]);

  readonly items = this.list.asReadonly();
  /** What goes or waits. */
  readonly open = computed(() => this.list().filter((item) => item.isOpen()));
  /** What did not go, the last one first. */
  readonly ended = computed(() =>
    this.list()
      .filter((item) => !item.isOpen())
      .reverse(),
  );
  /** What is to be said about the last choice as a whole. */
  readonly turnedAway = signal('');
  /** The jobs that came of this page's last uploads, the newest first. */
  readonly sent = computed(() => {
    const jobs = new Map(this.jobs.all().map((job) => [job.job_id, job]));
    return this.sentIds()
      .map((id) => jobs.get(id))
      .filter((job) => job !== undefined);
  });

  constructor() {
    effect(() => this.lost.underWay(this.open().map((item) => item.file.name)));
  }

  add(files: readonly File[], options: UploadOptions): void {
    const room = Math.max(0, MOST_ITEMS - this.list().length);
    const taken = files.slice(0, room).map((file) => new UploadItem(file, options));
    const away = files.length - taken.length;
    this.turnedAway.set(
      away > 0 ? `${away} files were not taken: ${MOST_ITEMS} at a time is the most.` : '',
    );
    for (const item of taken) {
      const why = refusal(item.file);
      if (why) {
        item.end('refused', why);
      }
    }
    this.list.update((items) => [...items, ...taken]);
    this.fill();
  }

  cancel(item: UploadItem): void {
    this.underWay.get(item)?.unsubscribe();
    item.end('cancelled', 'Cancelled before it was there.', true);
    this.left(item);
  }

  retry(item: UploadItem): void {
    item.end('waiting', '');
    this.fill();
  }

  dismiss(item: UploadItem): void {
    this.list.update((items) => items.filter((other) => other !== item));
  }

  /** Forgets everything that did not go. */
  dismissEnded(): void {
    this.list.update((items) => items.filter((item) => item.isOpen()));
  }

  private fill(): void {
    for (const item of this.list()) {
      if (this.underWay.size >= AT_A_TIME) {
        return;
      }
      if (item.state() === 'waiting') {
        this.send(item);
      }
    }
  }

  private send(item: UploadItem): void {
    item.begin();
    const going = new Subscription();
    this.underWay.set(item, going);
    going.add(
      this.api.upload(item.file, item.options).subscribe({
        next: (event) => this.take(item, event),
        error: (error: unknown) => {
          const status = error instanceof HttpErrorResponse ? error.status : 0;
          item.end(
            status > 0 ? 'refused' : 'broken',
            status > 0 ? problemText(error) : 'The connection ended before the file was there.',
            isPassing(status),
          );
          this.left(item);
        },
      }),
    );
  }

  private take(item: UploadItem, event: HttpEvent<Accepted>): void {
    if (event.type === HttpEventType.UploadProgress) {
      item.advance(event.loaded);
    } else if (event.type === HttpEventType.Response && event.body) {
      const id = event.body.job_id;
      this.sentIds.update((ids) => [id, ...ids].slice(0, MOST_SENT));
      this.dismiss(item);
      this.left(item);
      this.jobs.expect(id);
    }
  }

  private left(item: UploadItem): void {
    this.underWay.delete(item);
    this.fill();
  }
}
