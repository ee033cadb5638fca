/** What is told of above the page, and can be silenced as a whole. */
export const NOTICES = {
  jobs: 'jobs that end',
  workers: 'workers that are lost or back',
  alerts: 'critical alerts',
  models: 'another model in use',
  connection: 'a lost connection',
} as const;

export type Notice = keyof typeof NOTICES;
