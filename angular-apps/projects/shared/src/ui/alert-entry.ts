export type AlertLevel = 'info' | 'warning' | 'critical';

export type AlertFilter = AlertLevel | 'all';

/** One alert as the feed shows it. */
export interface AlertEntry {
  /** The same for the same alert, also when its count has grown. */
  readonly key: string;
  /** An ISO 8601 instant. */
  readonly at: string;
  readonly level: AlertLevel;
  readonly labels: readonly string[];
  readonly message: string;
  /** Which worker or camera raised it. */
  readonly source: string;
  /** How often it was raised before it went quiet. */
  readonly count: number;
  /** Whether somebody said that it was seen; left out where nobody can. */
  readonly isSeen?: boolean;
  /** Where the user can look at what it is about. */
  readonly link?: { readonly commands: readonly unknown[]; readonly text: string };
}

/** The alerts of a level, the newest first. */
export function alertsOf(
  alerts: readonly AlertEntry[],
  filter: AlertFilter,
): readonly AlertEntry[] {
  return alerts
    .filter((alert) => filter === 'all' || alert.level === filter)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

export function countByLevel(alerts: readonly AlertEntry[]): Record<AlertFilter, number> {
  const counts = { all: alerts.length, critical: 0, warning: 0, info: 0 };
  for (const alert of alerts) {
    counts[alert.level]++;
  }
  return counts;
}

/** What an alert has in common with others like it, in words: figures differ from one to the next. */
export function kindText(labels: readonly string[], message: string): string {
  const condition = labels.find((label) => !isClassLabel(label));
  return condition
    ? conditionText(condition)
    : message.replace(/\d+([.,]\d+)*/g, '…') || labels.join(', ');
}

/** The kind of an alert where each source has kinds of its own. */
export function kindOf({ source, labels, message }: AlertEntry): string {
  return `${source}: ${kindText(labels, message)}`;
}

/** Whether a label of an alert names a class of objects, rather than a condition such as `slow_inference`. */
export function isClassLabel(label: string): boolean {
  return !label.includes('_');
}

/** A condition in words. */
export function conditionText(label: string): string {
  return label.replaceAll('_', ' ');
}
