/** What a chart shows: one label per place, and a value per label in each set. */
export interface ChartSeries {
  readonly labels: readonly string[];
  readonly sets: readonly ChartSet[];
}

export interface ChartSet {
  readonly label: string;
  readonly values: readonly number[];
  /** As `#rrggbb`; for a set as a whole, or one per value. */
  readonly colours: readonly string[];
}

export type ChartKind = 'line' | 'bar' | 'doughnut';
