import { NAMED_COLOURS } from './named-colours';

/** The golden ratio's share of 32 bits: labels that differ little get hues that lie far apart. */
const GOLDEN = 0x9e3779b1;
const HUES = 6 * 256;
const DARKEST = 80;
const STEP = 20;

/** The hash of Java's `String.hashCode`, which chooses the server's colours. */
function hash(text: string): number {
  let code = 0;
  for (let i = 0; i < text.length; i++) {
    code = (Math.imul(31, code) + text.charCodeAt(i)) | 0;
  }
  return code;
}

/** Red, green and blue of a hue, as strong as it gets: a way once around in 6 times 256 steps. */
function pure(hue: number): readonly number[] {
  const up = hue & 255;
  const down = 255 - up;
  const ways = [
    [255, up, 0],
    [down, 255, 0],
    [0, 255, up],
    [0, down, 255],
    [up, 0, 255],
    [255, 0, down],
  ];
  return ways[hue >> 8] ?? [];
}

/** The same hue darker or paler, so that it is as bright as wished and seen on light and dark. */
function asBrightAs(wished: number, [r = 0, g = 0, b = 0]: readonly number[]): readonly number[] {
  const is = Math.trunc((299 * r + 587 * g + 114 * b) / 1000);
  return [r, g, b].map((channel) =>
    is > wished
      ? Math.trunc((channel * wished) / is)
      : 255 - Math.trunc(((255 - channel) * (255 - wished)) / (255 - is)),
  );
}

/**
 * One colour per class, the same everywhere, as `#rrggbb`: that of its name where it is a class of
 * COCO's, else a hue and a brightness by its hash. Whole numbers only, as the server draws its boxes.
 */
export function classColour(label: string): string {
  const named = NAMED_COLOURS.get(label);
  if (named) {
    return named;
  }
  const code = Math.imul(hash(label), GOLDEN);
  const hue = ((code >>> 16) * HUES) >>> 16;
  const brightness = DARKEST + STEP * ((code >>> 14) & 3);
  const channels = asBrightAs(brightness, pure(hue));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
