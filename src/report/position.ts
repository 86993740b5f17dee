/** A place in a text file as editors give it: both counted from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Gives the position of any offset of a text. A line ends with `\n`, `\r\n` or `\r`. Each call is a binary search. */
export function positionsOf(text: string): (offset: number) => Position {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Leads from offsets of the extracted text to offsets of the source. A span must be led at both of its ends. */
export interface SourceMap {
  /** Where a stretch that starts at `offset` starts in the source. */
  start(offset: number): number;
  /** Where a stretch that ends at `offset` ends in the source. */
  end(offset: number): number;
}

/**
 * Lines the extracted text of a plain text file up with its source: the two have the same characters in the same order
 * but for white space (line ends, runs of blank lines) and a byte order mark.
 * Undefined when they differ in anything else, since then there is no telling what belongs to what.
 */
export function sourceMap(text: string, source: string): SourceMap | undefined {
  const places = new Int32Array(text.length + 1);
  let place = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    if (isBlank(text, offset)) {
      if (text[offset] === '\n' && source.startsWith('\r\n', place)) place += 1;
      places[offset] = place;
      if (place < source.length && source[place] === text[offset]) place += 1;
      continue;
    }
    while (place < source.length && isBlank(source, place)) place += 1;
    if (source[place] !== text[offset]) return undefined;
    places[offset] = place;
    place += 1;
  }
  places[text.length] = place;
  if (source.slice(place).replaceAll('\uFEFF', '').trim() !== '') return undefined;
  return {
    start: (offset) => places[offset] ?? place,
    end: (offset) => (offset === 0 ? 0 : (places[offset - 1] ?? place) + 1),
  };
}

function isBlank(text: string, offset: number): boolean {
  return /[\s\uFEFF]/u.test(text.charAt(offset));
}
