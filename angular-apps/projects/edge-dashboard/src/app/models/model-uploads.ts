import { HttpErrorResponse, HttpEvent, HttpEventType } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { Subscription } from 'rxjs';
import { Toasts, problemText } from 'shared';
import { ModelsApi, ShelfModel } from '../api/models-api';
import { ModelsState } from '../state/models-state';
import { UploadItem } from '../upload/upload-item';
import { modelName, refusal } from './model-file';

/** Files that wait, go or were refused; more are turned away in words. */
const MOST_ITEMS = 10;
const BUSY = 503;

/** The models on their way to the coordinator, one after the other. */
@Injectable({ providedIn: 'root' })
export class ModelUploads {
  private readonly api = inject(ModelsApi);
  private readonly models = inject(ModelsState);
  private readonly toasts = inject(Toasts);
  private readonly list = signal<readonly UploadItem[]>([]);
  private going: { readonly item: UploadItem; readonly call: Subscription } | null = null;

  readonly items = this.list.asReadonly();
  readonly turnedAway = signal('');

  add(files: readonly File[]): void {
    const taken = files
      .slice(0, Math.max(0, MOST_ITEMS - this.list().length))
      .map((file) => new UploadItem(file, {}));
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
    this.next();
  }

  cancel(item: UploadItem): void {
    item.end('cancelled', 'Cancelled before it was there.', true);
    if (this.going?.item === item) {
      this.going.call.unsubscribe();
      this.left();
    }
  }

  retry(item: UploadItem): void {
    item.end('waiting', '');
    this.next();
  }

  dismiss(item: UploadItem): void {
    this.list.update((items) => items.filter((other) => other !== item));
  }

  private next(): void {
    const item = this.going ? undefined : this.list().find((one) => one.state() === 'waiting');
    if (!item) {
      return;
    }
    item.begin();
    const call = new Subscription();
    this.going = { item, call };
    call.add(
      this.api.add(item.file, modelName(item.file.name)).subscribe({
        next: (event) => this.take(item, event),
        error: (error: unknown) => {
          const status = error instanceof HttpErrorResponse ? error.status : 0;
          item.end(
            status > 0 ? 'refused' : 'broken',
            status > 0 ? problemText(error) : 'The connection ended before the file was there.',
            status === 0 || status === BUSY,
          );
          this.left();
        },
      }),
    );
  }

  private take(item: UploadItem, event: HttpEvent<ShelfModel>): void {
    if (event.type === HttpEventType.UploadProgress) {
      item.advance(event.loaded);
    } else if (event.type === HttpEventType.Response && event.body) {
      this.dismiss(item);
      this.tell(event.body.name, event.status);
      this.models.refresh.run();
      this.left();
    }
  }

  private tell(name: string, status: number): void {
    const text = status === 200 ? 'The same file is there already.' : 'Proven and on the shelf.';
    this.toasts.show({ subject: 'model added', tone: 'ok', title: name, text });
  }

  private left(): void {
    this.going = null;
    this.next();
  }
}
