import { Injectable, inject, signal } from '@angular/core';
import { Observable, timeout } from 'rxjs';
import { AdminApi } from '../api/admin-api';
import { Acknowledgement, CameraCommand } from '../api/wire';
import { CameraStore } from './camera-store';
import { Outcome, answered, answeredLate, failed, pending } from './outcome';

const LIMIT_MS = 10_000;
const MOST = 1_000;

/** The commands to cameras, and what came of the last one of each. */
@Injectable({ providedIn: 'root' })
export class CommandStore {
  private readonly api = inject(AdminApi);
  private readonly cameras = inject(CameraStore);
  private readonly results = signal<ReadonlyMap<string, Outcome>>(new Map());
  private readonly inFlight = signal<ReadonlySet<string>>(new Set());

  readonly outcomes = this.results.asReadonly();
  /** The cameras that a call is on its way about. */
  readonly busy = this.inFlight.asReadonly();

  give(camera: string, command: CameraCommand): void {
    const sent = performance.now();
    this.ask(camera, command, this.api.command(camera, command), (answer) => {
      if (answer.acknowledged && answer.state) {
        this.cameras.confirm(camera, answer.state);
      }
      this.show(camera, answered(answer, performance.now() - sent));
    });
  }

  remove(camera: string): void {
    this.ask(camera, 'remove', this.api.remove(camera), () => {
      this.results.update((all) => withEntry(all, camera, null));
      this.cameras.forget(camera);
    });
  }

  hear(ack: Acknowledgement): void {
    this.cameras.confirm(ack.camera_id, ack.state);
    const shown = this.results().get(ack.camera_id);
    if (shown?.command === ack.command && !this.busy().has(ack.camera_id) && shown.tone !== 'ok') {
      this.show(ack.camera_id, answeredLate(ack.command, ack.state));
    }
  }

  /** One at a time for each camera, so that an answer belongs to what the row says. */
  private ask<T>(
    camera: string,
    command: Outcome['command'],
    call: Observable<T>,
    take: (answer: T) => void,
  ): void {
    if (this.busy().has(camera)) {
      return;
    }
    this.inFlight.update((all) => new Set(all).add(camera));
    this.show(camera, pending(command));
    call.pipe(timeout(LIMIT_MS)).subscribe({
      next: (answer) => {
        this.free(camera);
        take(answer);
      },
      error: (error: unknown) => {
        this.free(camera);
        this.show(camera, failed(command, error));
        this.cameras.refresh();
      },
    });
  }

  private free(camera: string): void {
    this.inFlight.update((all) => new Set([...all].filter((other) => other !== camera)));
  }

  private show(camera: string, outcome: Outcome): void {
    this.results.update((all) => withEntry(all, camera, outcome));
  }
}

/** A map with an entry set as its newest, or dropped; the oldest go where there are too many. */
function withEntry<V>(all: ReadonlyMap<string, V>, key: string, value: V | null): Map<string, V> {
  const entries = new Map(all);
  entries.delete(key);
  if (value !== null) {
    entries.set(key, value);
  }
  for (const oldest of [...entries.keys()].slice(0, Math.max(0, entries.size - MOST))) {
    entries.delete(oldest);
  }
  return entries;
}
