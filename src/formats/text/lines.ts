/** A line of a plain text file. Offsets count units of the source; white space at both ends is left outside. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The columns before the text; a tab goes to the next multiple of eight. */
  readonly indent: number;
}

/** The lines of a source, blank ones included, whatever ends them. */
export function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of source.matchAll(/\r\n|[\n\r\u0085\u2028\u2029]/g)) {
    lines.push(lineAt(source, start, match.index));
    start = match.index + match[0].length;
  }
  if (start < source.length) lines.push(lineAt(source, start, source.length));
  return lines;
}

/** The same line without the first `count` units of its text and the white space after them. */
export function withoutMarker(line: Line, count: number): Line {
  const rest = line.text.slice(count);
  const text = rest.trimStart();
  return { ...line, text, start: line.start + count + rest.length - text.length };
}

/** Runs of lines without a blank one between them. */
export function chunksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const chunks: Line[][] = [];
  let afterBlank = true;
  for (const line of lines) {
    if (line.text !== '' && afterBlank) chunks.push([line]);
    else if (line.text !== '') chunks.at(-1)?.push(line);
    afterBlank = line.text === '';
  }
  return chunks;
}

/** Whether a line ends as a sentence does, quotation marks and brackets after the full stop allowed. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["'”’)\]*_]{0,3}(?:\[\d{1,3}\])*$/.test(text);
}

function lineAt(source: string, start: number, end: number): Line {
  const raw = source.slice(start, end);
  const trimmedStart = raw.trimStart();
  const text = trimmedStart.trimEnd();
  const from = start + raw.length - trimmedStart.length;
  return {
    text,
    start: from,
    end: from + text.length,
    indent: columns(raw, raw.length - trimmedStart.length),
  };
}

function columns(raw: string, count: number): number {
  let column = 0;
  for (let index = 0; index < count; index += 1) {
    column = raw[index] === '\t' ? column + 8 - (column % 8) : column + 1;
  }
  return column;
}
