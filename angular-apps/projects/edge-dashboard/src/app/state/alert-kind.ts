import { conditionText, isClassLabel } from 'shared';
import { Alert } from '../api/wire';

/** What an alert has in common with others like it, in words: figures differ from one to the next. */
export function alertKind(alert: Pick<Alert, 'alert_labels' | 'message'>): string {
  const condition = alert.alert_labels.find((label) => !isClassLabel(label));
  const words = alert.message.replace(/\d+([.,]\d+)*/g, '…');
  return condition ? conditionText(condition) : words || alert.alert_labels.join(', ');
}
