/** How many times the highest of all others a value is before it takes the room from them. */
const TOWERS_FROM = 8;
const MOST_TOWERS_SHARE = 0.1;
const LEAST_OTHERS = 2;
const HEADROOM = 1.25;
const ROUND = [1, 2, 2.5, 5, 10] as const;

/**
 * Where a scale ends that shows the many rather than the few: above all values but those that tower
 * over them, or `null` where none does.
 */
export function ceilingOf(values: readonly number[]): number | null {
  const sorted = values.filter((value) => value > 0).sort((a, b) => b - a);
  const mostTowers = Math.max(1, Math.floor(values.length * MOST_TOWERS_SHARE));
  for (let towers = 1; towers <= mostTowers; towers++) {
    const lowest = sorted[towers - 1] ?? 0;
    const others = sorted.length - towers;
    const highestOther = sorted[towers] ?? Infinity;
    if (others >= LEAST_OTHERS && lowest >= TOWERS_FROM * highestOther) {
      return rounded(highestOther * HEADROOM);
    }
  }
  return null;
}

/** The next round number: 1, 2, 2.5 or 5 times a power of ten. */
function rounded(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = ROUND.find((factor) => factor * power >= value) ?? 10;
  return Math.max(4, Math.ceil(step * power));
}
