import { Injectable, computed, inject, signal } from '@angular/core';
import { Clock, Refresh, problemText } from 'shared';
import { tap } from 'rxjs';
import { AdminApi } from '../api/admin-api';
import { countsOf, plus, sum, without } from '../api/counts';
import { Analytics, Detection } from '../api/wire';
import { DetectionBatch } from './detection-batch';
import { RANGES, Range, RangeName, withDetection } from './series';

/** As many as the server lists, which is how far an answer can be compared with messages. */
const MOST_DURING = 100;

/** What was counted: asked for now and then, and kept current by the events in between. */
@Injectable({ providedIn: 'root' })
export class AnalyticsStore {
  private readonly api = inject(AdminApi);
  private readonly batch = inject(DetectionBatch);
  private readonly clock = inject(Clock);
  private readonly current = signal<Analytics | null>(null);
  private readonly newest = signal<string | null>(null);
  private readonly failure = signal('');
  private readonly chosen = signal<Range>(RANGES[1] ?? RANGES[0]);
  private readonly answered = signal<Range>(this.chosen());
  private readonly chosenCamera = signal('');
  private readonly refreshing = new Refresh(() => this.request(), {
    take: (analytics) => this.take(analytics),
    fail: (error) => this.failure.set(problemText(error)),
  });

  /** Events that came while an answer was on its way, which may hold them or not. */
  private during: Detection[] = [];

  readonly analytics = this.current.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly range = this.chosen.asReadonly();
  /** What the series shows, which is the range that was chosen before until the answer comes. */
  readonly shownRange = this.answered.asReadonly();
  /** Whose series is shown; empty stands for all cameras together. */
  readonly camera = this.chosenCamera.asReadonly();
  /** When the newest event happened that is known of. */
  readonly lastEvent = this.newest.asReadonly();

  /** The objects of each type within the range that is shown. */
  readonly typesInRange = computed(() =>
    (this.current()?.series ?? []).reduce(
      (all, point) => plus(all, point.type_distribution),
      {} as Readonly<Record<string, number>>,
    ),
  );

  refresh(): void {
    this.refreshing.run();
  }

  choose(range: RangeName): void {
    this.chosen.set(RANGES.find(({ name }) => name === range) ?? RANGES[0]);
    this.refreshing.restart();
  }

  chooseCamera(camera: string): void {
    this.chosenCamera.set(camera);
    this.refreshing.restart();
  }

  hear(detections: readonly Detection[]): void {
    if (this.refreshing.isInFlight) {
      this.during = [...this.during, ...detections].slice(-MOST_DURING);
    }
    this.add(detections);
  }

  private request() {
    this.during = [];
    const since = new Date(this.clock.now() - this.chosen().spanMs);
    return this.api
      .analytics(this.chosen().bucket, since, this.chosenCamera())
      .pipe(tap(() => this.batch.flush()));
  }

  private take(analytics: Analytics): void {
    this.failure.set('');
    this.answered.set(this.chosen());
    this.current.set(analytics);
    this.notice(analytics.timeline);
    this.add(without(this.during, analytics.timeline));
    this.during = [];
  }

  private add(detections: readonly Detection[]): void {
    this.notice(detections);
    this.current.update(
      (now) => now && detections.reduce((sums, one) => this.plus(sums, one), now),
    );
  }

  private plus(now: Analytics, detection: Detection): Analytics {
    const counts = countsOf(detection);
    const isShown = !this.chosenCamera() || this.chosenCamera() === detection.camera_id;
    return {
      ...now,
      total_vehicles: now.total_vehicles + sum(counts),
      per_camera: plus(now.per_camera, { [detection.camera_id]: sum(counts) }),
      type_distribution: plus(now.type_distribution, counts),
      series: isShown ? withDetection(now.series, this.answered().stepMs, detection) : now.series,
    };
  }

  private notice(detections: readonly Detection[]): void {
    const later = (a: string | null, b: string) =>
      a !== null && Date.parse(a) >= Date.parse(b) ? a : b;
    this.newest.update((newest) =>
      detections.reduce((latest, { timestamp }) => later(latest, timestamp), newest),
    );
  }
}
