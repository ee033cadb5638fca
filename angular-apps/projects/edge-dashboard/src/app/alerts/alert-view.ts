import { AlertEntry } from 'shared';
import { Alert } from '../api/wire';
import { alertKey } from '../state/alerts-state';

/** An alert as the feed shows it: with a way to its frame where that belongs to a job. */
export function alertEntry(alert: Alert): AlertEntry {
  const entry = {
    key: alertKey(alert),
    at: alert.timestamp,
    level: alert.level,
    labels: alert.alert_labels,
    message: alert.message,
    source: alert.worker_id,
    count: alert.count,
  };
  return alert.job_id === null
    ? entry
    : {
        ...entry,
        link: {
          commands: ['/jobs', alert.job_id, { frame: alert.frame_id }],
          text: `Frame ${alert.frame_id}`,
        },
      };
}
