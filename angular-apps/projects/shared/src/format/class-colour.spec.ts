import { classColour } from './class-colour';
import { NAMED_COLOURS } from './named-colours';

/** What the server comes to, which checks itself by these lines. */
const BY_HASH: readonly [string, string][] = [
  ['', '#ff0606'],
  ['forklift', '#ff4f9d'],
  ['hard hat', '#4b54ff'],
  ['no hard hat', '#006d8b'],
  ['safety vest', '#ff4b08'],
  ['no safety vest', '#ff1471'],
  ['Person', '#ff5775'],
  ['class_1', '#00dd5a'],
  ['class_2', '#ff280c'],
  ['class_3', '#6e87ff'],
  ['pallet', '#007cf2'],
  ['wheelchair', '#6d7200'],
  ['scooter', '#c96600'],
  ['van', '#406800'],
  ['tractor', '#11b7ff'],
  ['李', '#008aa5'],
  ['größe', '#00b771'],
  ['👷', '#f00048'],
  ['slow_inference', '#f200fa'],
  ['constructor', '#009f3a'],
  ['__proto__', '#b62b00'],
];
const PANELS = ['#ffffff', '#161d27'];
const TOLD_APART = 11;

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

function mixed(colour: string, shares: readonly number[]): number {
  return channels(colour).reduce((sum, value, i) => sum + value * (shares[i] ?? 0), 0);
}

/** In CIE L*a*b*, where distances are those that eyes see. */
function seen(colour: string): number[] {
  const [x = 0, y = 0, z = 0] = [
    mixed(colour, [0.4124564, 0.3575761, 0.1804375]) / 0.95047,
    mixed(colour, [0.2126729, 0.7151522, 0.072175]),
    mixed(colour, [0.0193339, 0.119192, 0.9503041]) / 1.08883,
  ].map((value) => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [a, b]
    .map((colour) => mixed(colour, [0.2126, 0.7152, 0.0722]) + 0.05)
    .sort((one, other) => one - other);
  return high / low;
}

describe('classColour', () => {
  it('gives traffic its own colours', () => {
    expect(classColour('car')).toBe('#0072b2');
    expect(classColour('person')).toBe('#d55e00');
  });

  it('tells any two of COCO’s classes apart', () => {
    expect(NAMED_COLOURS.size).toBe(81);
    const all = [...NAMED_COLOURS].map(([name, colour]) => ({ name, at: seen(colour) }));
    const alike = all.flatMap((one, i) =>
      all
        .slice(0, i)
        .filter((other) => Math.hypot(...one.at.map((v, k) => v - (other.at[k] ?? 0))) < TOLD_APART)
        .map((other) => `${one.name} and ${other.name}`),
    );
    expect(alike).toEqual([]);
  });

  it.each(BY_HASH)('comes to the same as the server for "%s"', (label, colour) => {
    expect(classColour(label)).toBe(colour);
  });

  it('gives all of a model’s classes colours of their own', () => {
    const labels = Array.from({ length: 80 }, (_, i) => `class_${i}`);
    expect(new Set(labels.map(classColour)).size).toBe(80);
  });

  it('is seen on light and dark', () => {
    const labels = Array.from({ length: 500 }, (_, i) => `class ${i}`);
    const colours = [...NAMED_COLOURS.values(), ...labels.map(classColour)];
    const faint = colours.filter((one) => PANELS.some((panel) => contrast(one, panel) < 1.5));
    expect(faint).toEqual([]);
  });
});
