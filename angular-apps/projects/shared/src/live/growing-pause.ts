const FIRST_MS = 500;
const LONGEST_MS = 15_000;
const JITTER = 0.3;

/** Pauses between tries: each twice the one before, and none quite like another client's. */
export class GrowingPause {
  private tries = 0;

  constructor(private readonly random: () => number = Math.random) {}

  /** Milliseconds until the next try. */
  next(): number {
    const plain = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.tries);
    this.tries = Math.min(this.tries + 1, 10);
    return plain * (1 - JITTER + 2 * JITTER * this.random());
  }

  reset(): void {
    this.tries = 0;
  }
}
