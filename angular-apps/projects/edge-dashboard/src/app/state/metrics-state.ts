import { Injectable, inject, signal } from '@angular/core';
import { Reading, withReading } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { SystemMetrics } from '../api/wire';
import { question } from './question';

const SPAN_MS = 300_000;
/** Readings closer than this are left out: 5 minutes are 600 of them at most. */
const APART_MS = 500;

type Quantity = 'fps' | 'latency' | 'queue' | 'retries';

const READ: Readonly<Record<Quantity, (metrics: SystemMetrics) => number>> = {
  fps: (metrics) => metrics.frames.fps,
  latency: (metrics) => metrics.latency_ms.avg_ms,
  queue: (metrics) => metrics.queue.pending,
  retries: (metrics) => metrics.queue.retry_count,
};

/** The figures of this moment and of the last five minutes. */
@Injectable({ providedIn: 'root' })
export class MetricsState {
  private readonly api = inject(CoordinatorApi);
  private readonly latest = signal<SystemMetrics | null>(null);
  private lastReading = 0;

  readonly now = this.latest.asReadonly();
  readonly history = signal<Readonly<Record<Quantity, readonly Reading[]>>>({
    fps: [],
    latency: [],
    queue: [],
    retries: [],
  });

  readonly refresh = question(
    () => this.api.metrics(),
    (metrics) => this.take(metrics),
  );

  heard(metrics: SystemMetrics): void {
    this.refresh.hear(() => this.take(metrics), 'metrics');
  }

  private take(metrics: SystemMetrics): void {
    this.latest.set(metrics);
    const at = Date.now();
    if (at - this.lastReading < APART_MS) {
      return;
    }
    this.lastReading = at;
    const add = (quantity: Quantity, series: readonly Reading[]) =>
      withReading(series, { at, value: READ[quantity](metrics) }, SPAN_MS);
    this.history.update((history) => ({
      fps: add('fps', history.fps),
      latency: add('latency', history.latency),
      queue: add('queue', history.queue),
      retries: add('retries', history.retries),
    }));
  }
}
