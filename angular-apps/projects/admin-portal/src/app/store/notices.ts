/** What is told of above the page, and can be silenced as a whole. */
export const NOTICES = {
  cameras: 'cameras that come and go',
  alerts: 'critical alerts',
  connection: 'a lost connection',
} as const;

export type Notice = keyof typeof NOTICES;
