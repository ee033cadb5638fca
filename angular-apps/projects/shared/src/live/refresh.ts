import { Observable, Subscription, timeout } from 'rxjs';

const LIMIT_MS = 10_000;
const MOST_HEARD = 1_000;

/** What becomes of the answers of a request that is made again and again. */
export interface RefreshOutcome<T> {
  take(value: T): void;
  fail(error: unknown): void;
}

/**
 * A request that is made again and again: never two in flight, and one that is asked for meanwhile
 * follows when the first is through. What is pushed while it is in flight is newer than its answer
 * and is told again after it.
 */
export class Refresh<T> {
  private flight: Subscription | null = null;
  private isWanted = false;
  private heard = new Map<unknown, () => void>();

  constructor(
    private readonly request: () => Observable<T>,
    private readonly outcome: RefreshOutcome<T>,
  ) {}

  get isInFlight(): boolean {
    return this.flight !== null;
  }

  run(): void {
    if (this.flight) {
      this.isWanted = true;
    } else {
      this.start();
    }
  }

  /**
   * Does what a push brought: at once, and once more after an answer that is in flight; of those
   * with the same subject only the last.
   */
  hear(apply: () => void, subject: unknown = apply): void {
    if (this.flight && (this.heard.size < MOST_HEARD || this.heard.has(subject))) {
      this.heard.set(subject, apply);
    } else if (this.flight) {
      this.isWanted = true;
    }
    apply();
  }

  /** Gives up on what is in flight, so that its answer is not taken, and asks anew. */
  restart(): void {
    this.stop();
    this.start();
  }

  stop(): void {
    this.flight?.unsubscribe();
    this.flight = null;
    this.isWanted = false;
    this.heard = new Map();
  }

  private start(): void {
    const flight = new Subscription();
    this.flight = flight;
    flight.add(
      this.request()
        .pipe(timeout(LIMIT_MS))
        .subscribe({
          next: (value) => {
            const heard = this.heard;
            this.land(() => {
              this.outcome.take(value);
              heard.forEach((apply) => apply());
            });
          },
          error: (error: unknown) => this.land(() => this.outcome.fail(error)),
        }),
    );
  }

  /** The way is free before the outcome is told: it may ask again. */
  private land(tell: () => void): void {
    const again = this.isWanted;
    this.stop();
    tell();
    if (again) {
      this.run();
    }
  }
}
