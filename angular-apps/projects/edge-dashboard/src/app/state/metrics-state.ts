import { Injectable, computed, inject, signal } from '@angular/core';
import { Reading, withReading } from 'shared';
import { CoordinatorApi } from '../api/coordinator-api';
import { SystemMetrics } from '../api/wire';
import { question } from './question';

const SPAN_MS = 300_000;
/** Readings closer than this are left out: 5 minutes are 600 of them at most. */
const APART_MS = 500;

export type Quantity = keyof typeof READ;
export type History = Readonly<Record<Quantity, readonly Reading[]>>;

const READ = {
  fps: (metrics: SystemMetrics) => metrics.frames.fps,
  latency: (metrics: SystemMetrics) => metrics.latency_ms.avg_ms,
  p95: (metrics: SystemMetrics) => metrics.latency_ms.p95_ms,
  queue: (metrics: SystemMetrics) => metrics.queue.pending,
  inFlight: (metrics: SystemMetrics) => metrics.queue.inflight,
  retries: (metrics: SystemMetrics) => metrics.queue.retry_count,
  drops: (metrics: SystemMetrics) => metrics.queue.dropped_count,
} as const;
const QUANTITIES = Object.keys(READ) as readonly Quantity[];

/** The figures of this moment and of the last five minutes. */
@Injectable({ providedIn: 'root' })
export class MetricsState {
  private readonly api = inject(CoordinatorApi);
  private readonly latest = signal<SystemMetrics | null>(null);
  private lastReading = 0;

  readonly now = this.latest.asReadonly();
  /** Nothing where no frame was measured: 0 ms would be a boast. */
  readonly latency = computed(() => {
    const latency = this.latest()?.latency_ms;
    return latency && latency.samples > 0 ? latency : null;
  });
  readonly history = signal(each(() => []));

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
    this.history.update((history) =>
      each((quantity) =>
        withReading(history[quantity], { at, value: READ[quantity](metrics) }, SPAN_MS),
      ),
    );
  }
}

function each(series: (quantity: Quantity) => readonly Reading[]): History {
  return Object.fromEntries(
    QUANTITIES.map((quantity) => [quantity, series(quantity)]),
  ) as unknown as History;
}
