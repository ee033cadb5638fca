/** A name in two parts, so that what is cut is cut in the middle; `tail` is empty where it is short. */
export interface NameParts {
  readonly head: string;
  readonly tail: string;
}

const SHORT_COLUMNS = 14;
const TAIL_COLUMNS = 9;
/** East Asian characters and pictures, which are twice as wide as letters. */
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u3000-\u303f\uff01-\uff60])/u;
const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

function charactersOf(text: string): readonly string[] {
  return Array.from(CHARACTERS.segment(text), ({ segment }) => segment);
}

function columnsOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}

function width(characters: readonly string[]): number {
  return characters.reduce((sum, character) => sum + columnsOf(character), 0);
}

/** How many characters at the end have room in so many columns. */
function countAtEnd(characters: readonly string[], columns: number): number {
  let left = columns;
  let count = 0;
  for (const character of [...characters].reverse()) {
    left -= columnsOf(character);
    if (left < 0) {
      break;
    }
    count++;
  }
  return count;
}

/** Where a name is cut when it has not the room: never within a character, however many codes that has. */
export function nameParts(name: string): NameParts {
  const characters = charactersOf(name);
  if (width(characters) <= SHORT_COLUMNS) {
    return { head: name, tail: '' };
  }
  const at = characters.length - countAtEnd(characters, TAIL_COLUMNS);
  return { head: characters.slice(0, at).join(''), tail: characters.slice(at).join('') };
}

/** A name of at most so many columns, cut in the middle, for what cannot measure: `warehouse…gate-7`. */
export function cutName(name: string, columns: number): string {
  const characters = charactersOf(name);
  if (width(characters) <= columns) {
    return name;
  }
  const tail = countAtEnd(characters, Math.floor((columns - 1) / 2));
  const end = characters.slice(characters.length - tail);
  const head = [...characters].reverse();
  const start = countAtEnd(head, columns - 1 - width(end));
  return `${characters.slice(0, start).join('')}…${end.join('')}`;
}
