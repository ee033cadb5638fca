const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const TENTH = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** What stands where there is no value. */
export const NOTHING = '–';

function isMissing(value: number | null | undefined): value is null | undefined {
  return value === null || value === undefined || !Number.isFinite(value);
}

/** `12,345` */
export function whole(value: number | null | undefined): string {
  return isMissing(value) ? NOTHING : WHOLE.format(value);
}

/** `1,234.5`: one decimal at most. */
export function decimal(value: number | null | undefined): string {
  return isMissing(value) ? NOTHING : TENTH.format(value);
}

/** `38 ms` or `1.4 s`. */
export function milliseconds(value: number | null | undefined): string {
  if (isMissing(value)) {
    return NOTHING;
  }
  return value < 1000 ? `${WHOLE.format(value)} ms` : `${TENTH.format(value / 1000)} s`;
}

/** `2.6 MB`, in powers of a thousand. */
export function bytes(value: number | null | undefined): string {
  if (isMissing(value)) {
    return NOTHING;
  }
  let size = value;
  let unit = 0;
  while (size >= 1000 && unit < BYTE_UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? WHOLE.format(size) : TENTH.format(size)} ${BYTE_UNITS[unit]}`;
}

/** `62 %` of a value from 0 to 1. */
export function percent(share: number | null | undefined): string {
  return isMissing(share) ? NOTHING : `${WHOLE.format(share * 100)} %`;
}
