/** One reading of a quantity. */
export interface Reading {
  readonly at: number;
  readonly value: number;
}

/** The readings of the last while, the oldest first: what a small chart shows. */
export function withReading(
  series: readonly Reading[],
  reading: Reading,
  spanMs: number,
): readonly Reading[] {
  const from = reading.at - spanMs;
  return [...series.filter((earlier) => earlier.at >= from && earlier.at < reading.at), reading];
}
