import { NOTHING } from './numbers';

const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const EXACT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
const HOUR_S = 3600;

function parse(instant: string | null | undefined): number {
  return instant ? Date.parse(instant) : NaN;
}

/** `1 m 12 s`, `2 h 5 m`, `3 d 4 h`: the two largest units. */
export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return NOTHING;
  }
  const all = Math.max(0, seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds));
  if (all < 60) {
    return `${all} s`;
  }
  const parts: [number, string][] = [
    [Math.floor(all / 86_400), 'd'],
    [Math.floor(all / HOUR_S) % 24, 'h'],
    [Math.floor(all / 60) % 60, 'm'],
    [Math.floor(all) % 60, 's'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ');
}

/** `0:07.3`: a place in a video, to the tenth. */
export function fineMediaTime(ms: number): string {
  return `${mediaTime(ms)}.${Math.floor(ms / 100) % 10}`;
}

/** `0:07`, `12:40`, `1:02:03`: a place in a video. */
export function mediaTime(ms: number): string {
  const all = Math.floor(ms / 1000);
  const hours = Math.floor(all / HOUR_S);
  const minutes = Math.floor(all / 60) % 60;
  const seconds = String(all % 60).padStart(2, '0');
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${minutes}:${seconds}`;
}

/** `now`, `12 s ago`, `5 m ago`; the time of day where it is an hour or more. */
export function ago(instant: string | null | undefined, now: number): string {
  const at = parse(instant);
  if (Number.isNaN(at)) {
    return NOTHING;
  }
  const seconds = Math.round((now - at) / 1000);
  if (seconds < 1) {
    return 'now';
  }
  if (seconds < 60) {
    return `${seconds} s ago`;
  }
  return seconds < HOUR_S ? `${Math.floor(seconds / 60)} m ago` : moment(instant, now);
}

/** The time of day, with the date where it is not of the last 24 hours. */
export function moment(instant: string | null | undefined, now: number): string {
  const at = parse(instant);
  if (Number.isNaN(at)) {
    return NOTHING;
  }
  return now - at < 24 * HOUR_S * 1000 ? TIME.format(at) : DAY_AND_TIME.format(at);
}

/** The time of day, to the second. */
export function timeOfDay(instant: string | number): string {
  const at = typeof instant === 'number' ? instant : parse(instant);
  return Number.isNaN(at) ? NOTHING : TIME.format(at);
}

/** Date, time and zone. */
export function exact(instant: string | null | undefined): string {
  const at = parse(instant);
  return Number.isNaN(at) ? NOTHING : EXACT.format(at);
}
