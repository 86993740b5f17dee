import type { Splice } from '../encoding.ts';
import type { Encoding } from './reading.ts';

/** A text as RTF says it at a place: `\'hh` where the code page there has the character, `\uN` elsewhere. */
export function writtenRtf(text: string, { charset, fallback }: Omit<Encoding, 'at'>): string {
  return Array.from(text, (character) => {
    const special = specials[character];
    if (special !== undefined) return special;
    if (character >= ' ' && character < '\x7F') return character;
    const byte = charset.byteOf(character);
    if (byte !== undefined && byte >= 0x80) return `\\'${byte.toString(16).padStart(2, '0')}`;
    return character
      .split('')
      .map((unit) => writtenUnit(unit, fallback))
      .join('');
  }).join('');
}

/** What holds at a place: the last encoding noted before it. `encodings` is sorted by place. */
export function encodingAt(encodings: readonly Encoding[], at: number): Encoding | undefined {
  let low = 0;
  let high = encodings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const encoding = encodings[middle];
    if (encoding && encoding.at <= at) low = middle + 1;
    else high = middle;
  }
  return encodings[Math.max(0, low - 1)];
}

/**
 * The splices with a blank wherever a control word before them would otherwise swallow what now follows it:
 * `\b(the)` without its bracket is `\b the)`. Splices that touch become one, since each hides the other.
 */
export function delimited(
  source: string,
  splices: readonly Splice[],
  bareEnds: ReadonlySet<number>,
): readonly Splice[] {
  return touchingJoined(splices).map((splice) => {
    const { start, end } = splice.source;
    const next = splice.text.charAt(0) || source.charAt(end);
    const isSwallowed = /[\dA-Za-z -]/.test(next) && bareEnds.has(start);
    return isSwallowed ? { ...splice, text: ` ${splice.text}` } : splice;
  });
}

const specials: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '{': '\\{',
  '}': '\\}',
  '\n': '\\line ',
  '\t': '\\tab ',
  '\u00A0': '\\~',
  '\u00AD': '\\-',
  '\u2011': '\\_',
};

/** `\uN` is a signed number of 16 bits; `?` is for readers that do not know it. */
function writtenUnit(unit: string, fallback: number): string {
  const code = unit.charCodeAt(0);
  const number = code > 0x7fff ? code - 0x10000 : code;
  return `\\u${number}${fallback === 0 ? ' ' : '?'.repeat(fallback)}`;
}

function touchingJoined(splices: readonly Splice[]): readonly Splice[] {
  const joined: Splice[] = [];
  for (const splice of splices) {
    const last = joined.at(-1);
    if (last?.source.end === splice.source.start) {
      const source = { start: last.source.start, end: splice.source.end };
      joined[joined.length - 1] = { source, text: last.text + splice.text };
    } else joined.push(splice);
  }
  return joined;
}
