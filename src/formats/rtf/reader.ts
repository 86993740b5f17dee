import { DocumentProblem } from '../../core/problem.ts';
import { readWord } from './control-words.ts';
import { addHeld, charsetOf, endCharacter, endParagraph, receive } from './flow.ts';
import { type Encoding, newReading, type Reading, type RtfBlock, type Tables } from './reading.ts';
import { type Token, tokensOf } from './tokens.ts';

/** An RTF file as a reader sees it. */
export interface RtfText {
  readonly blocks: readonly RtfBlock[];
  readonly tables: Tables;
  /** Sorted by their places. */
  readonly encodings: readonly Encoding[];
  /** Where control words end that nothing delimits. */
  readonly bareEnds: ReadonlySet<number>;
  readonly revisions: number;
  /** Whether the last closing brace is there. */
  readonly isWhole: boolean;
}

/** More groups in one another than any program writes. */
const depthMax = 10_000;

/** Reads a source, each byte of the file being one unit of it. */
export function readRtf(source: string, isRejected: Reading['isRejected'] = () => false): RtfText {
  const reading = newReading(source, isRejected);
  let isWhole = false;
  for (const token of tokensOf(source)) {
    readToken(reading, token);
    isWhole = token.kind === 'close' && reading.outer.length === 0;
    if (isWhole) break;
  }
  endCharacter(reading);
  endParagraph(reading);
  const { tables, encodings, bareEnds, revisions, story, asides } = reading;
  return { blocks: [...story.blocks, ...asides], tables, encodings, bareEnds, revisions, isWhole };
}

function readToken(reading: Reading, token: Token): void {
  const { starred } = reading;
  reading.starred = false;
  if (token.kind === 'open') openGroup(reading, token);
  else if (token.kind === 'close') closeGroup(reading, token);
  else if (reading.group.destination === 'skipped') return;
  else if (token.kind === 'byte') readByte(reading, token.parameter ?? 0, token);
  else if (token.kind === 'text') readText(reading, token);
  else {
    endCharacter(reading);
    if (token.kind === 'symbol') readSymbol(reading, token);
    else {
      if (reading.source.charAt(token.end - 1) !== ' ') reading.bareEnds.add(token.end);
      readWord(reading, token, starred);
    }
  }
}

function openGroup(reading: Reading, { start }: Token): void {
  endCharacter(reading);
  reading.outer.push(reading.group);
  if (reading.outer.length > depthMax) {
    throw new DocumentProblem('unsafe', 'The groups of this RTF document nest too deeply.');
  }
  reading.group = { ...reading.group, start, closed: undefined };
}

function closeGroup(reading: Reading, { start, end }: Token): void {
  endCharacter(reading);
  reading.group.closed?.({ start, end });
  const outer = reading.outer.pop();
  if (outer) reading.group = outer;
}

/** Control symbols (RTF 1.9.1, "Special Characters"). */
function readSymbol(reading: Reading, { name, start, end }: Token): void {
  const place = { start, end };
  const text = symbols[name];
  if (name === '*') reading.starred = true;
  else if (name === '\r' || name === '\n') {
    if (reading.group.destination === 'text') endParagraph(reading);
  } else if (name === '\t') addHeld(reading, '\t', place);
  else if (text !== undefined) receive(reading, { text, place, exact: false });
}

const symbols: Readonly<Record<string, string>> = {
  '~': '\u00A0',
  _: '\u2011',
  '-': '\u00AD',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

/** A byte beyond ASCII, or one that is part of a character of several bytes. */
function readByte(reading: Reading, byte: number, place: { start: number; end: number }): void {
  const { unicode } = reading;
  if (unicode) {
    unicode.end = place.end;
    unicode.toSkip -= 1;
    if (unicode.toSkip === 0) endCharacter(reading);
    return;
  }
  const charset = charsetOf(reading, reading.group);
  const { bytes, start, size } = reading.pending ?? {
    bytes: [],
    start: place.start,
    size: charset.length(byte),
  };
  bytes.push(byte);
  if (bytes.length < size) {
    reading.pending = { bytes, start, size };
    return;
  }
  reading.pending = undefined;
  const text = charset.decode(bytes);
  if (text >= ' ') receive(reading, { text, place: { start, end: place.end }, exact: false });
}

function readText(reading: Reading, token: Token): void {
  const raw = reading.source.slice(token.start, token.end);
  for (const match of raw.matchAll(segments)) {
    let [text] = match;
    let start = token.start + match.index;
    const whole = (reading.pending ? 1 : 0) + (reading.unicode?.toSkip ?? 0);
    for (let index = 0; index < whole && text !== ''; index += 1) {
      readByte(reading, text.charCodeAt(0), { start, end: start + 1 });
      text = text.slice(1);
      start += 1;
    }
    if (text === '') continue;
    const place = { start, end: start + text.length };
    if (text === '\t') addHeld(reading, '\t', place);
    else if (text >= '\x80') readByte(reading, text.charCodeAt(0), place);
    else if (text >= ' ') receive(reading, { text, place, exact: true });
  }
}

/** Runs of ASCII; tabs, other control characters and bytes beyond ASCII one by one. */
const segments = /[\x20-\x7F]+|[^\x20-\x7F]/g;
