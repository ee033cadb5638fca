import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Clock, StatTile, decimal, duration, exact, milliseconds, whole } from 'shared';
import { MetricsState } from '../state/metrics-state';
import { ResultsState, framesSoFar } from '../state/results-state';

/** The pool's figures of this moment, with the last five minutes of each. */
@Component({
  selector: 'app-metrics-strip',
  imports: [StatTile],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 class="visually-hidden">Metrics</h2>
    <div class="tiles">
      <ui-stat
        label="Throughput"
        unit="frames/s"
        [value]="fps()"
        [readings]="history().fps"
        [remark]="total()"
      />
      <ui-stat
        label="Latency, average"
        [value]="latency()"
        [readings]="history().latency"
        [second]="{ label: 'Slowest 5 %', readings: history().p95 }"
        [remark]="p95()"
      />
      <ui-stat
        label="Queue"
        unit="frames"
        [value]="pending()"
        [readings]="history().queue"
        [second]="{ label: 'At workers', readings: history().inFlight }"
        [remark]="inFlight()"
      />
      <ui-stat
        label="Tried again"
        unit="frames"
        [value]="retries()"
        [readings]="history().retries"
        [second]="{ label: 'Given up', readings: history().drops }"
        [remark]="dropped()"
      />
      <ui-stat label="Uptime" [value]="uptime()" [remark]="since()" />
    </div>
  `,
  styles: `
    .tiles {
      display: grid;
      grid-template-columns: repeat(5, minmax(0, 1fr));
      gap: var(--gap);
    }
    @media (max-width: 1000px) {
      .tiles {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
    }
    @media (max-width: 700px) {
      .tiles {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      ui-stat:last-child {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class MetricsStrip {
  private readonly metrics = inject(MetricsState);
  private readonly clock = inject(Clock);

  private readonly now = this.metrics.now;
  private readonly summary = inject(ResultsState).summary;
  protected readonly history = this.metrics.history;

  protected readonly fps = computed(() => decimal(this.now()?.frames.fps));
  protected readonly total = computed(() => {
    const summary = this.summary();
    return summary ? framesSoFar(summary) : '';
  });
  protected readonly latency = computed(() => milliseconds(this.metrics.latency()?.avg_ms));
  protected readonly p95 = computed(
    () => `slowest 5 %: ${milliseconds(this.metrics.latency()?.p95_ms)} and more`,
  );
  protected readonly pending = computed(() => whole(this.now()?.queue.pending));
  protected readonly inFlight = computed(
    () => `at workers now: ${whole(this.now()?.queue.inflight)}`,
  );
  protected readonly retries = computed(() => whole(this.now()?.queue.retry_count));
  protected readonly dropped = computed(
    () => `given up: ${whole(this.now()?.queue.dropped_count)}`,
  );
  protected readonly uptime = computed(() => {
    const started = this.now()?.system_start_time;
    return duration(
      started ? Math.floor((this.clock.now() - Date.parse(started)) / 1000) : undefined,
    );
  });
  protected readonly since = computed(() => {
    const started = this.now()?.system_start_time;
    return started ? `since ${exact(started)}` : '';
  });
}
