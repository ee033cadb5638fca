/** The colours of boxes in the stream, which the server draws: keep both the same. */
const TRAFFIC: Readonly<Record<string, string>> = {
  person: '#d55e00',
  bicycle: '#009e73',
  car: '#0072b2',
  motorcycle: '#cc79a7',
  bus: '#e69f00',
  truck: '#56b4e9',
};

const OTHERS: readonly string[] = [
  '#f0e442',
  '#a6d854',
  '#6a3d9a',
  '#b15928',
  '#fb9a99',
  '#17becf',
  '#bcbd22',
  '#cab2d6',
  '#e31a1c',
  '#8c96c6',
  '#ffffb3',
  '#66c2a5',
];

/** The hash of Java's `String.hashCode`, which chooses the server's colours. */
function hash(text: string): number {
  let code = 0;
  for (let i = 0; i < text.length; i++) {
    code = (Math.imul(31, code) + text.charCodeAt(i)) | 0;
  }
  return code;
}

/** One colour per class, the same everywhere, as `#rrggbb`. */
export function classColour(label: string): string {
  const traffic = Object.hasOwn(TRAFFIC, label) ? TRAFFIC[label] : undefined;
  const at = ((hash(label) % OTHERS.length) + OTHERS.length) % OTHERS.length;
  return traffic ?? OTHERS[at] ?? '#8c96c6';
}
