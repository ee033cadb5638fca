import { NOTHING } from 'shared';

const DAY = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short' });
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** `04:26:55.076`, with the date before it where that is not today. */
export function stamp(at: number, now: number): string {
  if (Number.isNaN(at)) {
    return NOTHING;
  }
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? TIME.format(at) : `${DAY.format(at)} ${TIME.format(at)}`;
}
