import { decodedReference } from '../character-references.ts';

/** A line of what a cue shows. Offsets count units of the source. */
export interface CueLine {
  /** The stretches that are text, tags left out. */
  readonly parts: readonly Part[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether somebody else begins to speak here: a dash, the name of a voice. */
  readonly isTurn: boolean;
  /** How long nothing was shown before it; 0 within a cue. */
  readonly pauseMs: number;
}

/** A stretch of text, or a reference such as `&amp;` that stands for some. */
interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}

/** Whether a source is WebVTT (W3C, section 4.1) and not SubRip. */
export function isWebVtt(source: string): boolean {
  return /^WEBVTT(?:[ \t\r\n]|$)/.test(source);
}

/** The lines that the cues of a file show, in order. Linear in the source. */
export function cueLinesOf(source: string): readonly CueLine[] {
  const lines = rawLinesOf(source);
  const webVtt = isWebVtt(source);
  const timings = lines.map((line) => timingOf(line.raw));
  const starts = [...lines.keys()].filter((index) => timings[index]);
  let shownUntilMs: number | undefined;
  return starts.flatMap((start, index) => {
    const timing = timings[start];
    if (!timing) return [];
    const pauseMs = Math.max(0, timing.startMs - (shownUntilMs ?? timing.startMs));
    shownUntilMs = timing.endMs;
    const next = starts[index + 1] ?? lines.length;
    const end = webVtt ? blankFrom(lines, start + 1, next) : withoutNumber(lines, start + 1, next);
    return shownLines(lines.slice(start + 1, end), { webVtt, pauseMs });
  });
}

interface RawLine {
  readonly raw: string;
  readonly start: number;
}

function rawLinesOf(source: string): readonly RawLine[] {
  const lines: RawLine[] = [];
  let start = 0;
  for (const match of source.matchAll(/\r\n|\n|\r|$/g)) {
    lines.push({ raw: source.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  return lines;
}

const timingPattern =
  /^\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})[ \t]*-->[ \t]*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})(?:\s|$)/;

/** When a cue is shown, where a line says so. */
function timingOf(raw: string): { readonly startMs: number; readonly endMs: number } | undefined {
  const match = timingPattern.exec(raw);
  return match ? { startMs: msOf(match[1] ?? ''), endMs: msOf(match[2] ?? '') } : undefined;
}

function msOf(time: string): number {
  const parts = time.replace(',', '.').split(':');
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
}

/** In WebVTT a blank line ends the cue. */
function blankFrom(lines: readonly RawLine[], from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    if (lines[index]?.raw.trim() === '') return index;
  }
  return to;
}

/** In SubRip a cue goes on until the number of the next one: players show what stands behind a blank line too. */
function withoutNumber(lines: readonly RawLine[], from: number, to: number): number {
  const isNumber = to < lines.length && /^\s*\d+\s*$/.test(lines[to - 1]?.raw ?? '');
  return isNumber && to > from ? to - 1 : to;
}

function shownLines(
  lines: readonly RawLine[],
  { webVtt, pauseMs }: { readonly webVtt: boolean; readonly pauseMs: number },
): readonly CueLine[] {
  const read = lines.map((line) => cueLine(line, webVtt)).filter(({ text }) => text !== '');
  return read.map((line, index) => (index === 0 ? { ...line, pauseMs } : line));
}

/** `<i>`, `</font>`, `<v Name>`, `<00:01.000>`; `{\an8}` of Advanced SubStation, which players of SubRip know. */
const tag = /<\/?[A-Za-z\d][^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}/;
const reference = /&(?:#[xX]?[\dA-Fa-f]{1,8}|[A-Za-z][\dA-Za-z]{0,40});/;
const pieces = new RegExp(
  `(${tag.source})|(${reference.source})|(?:(?!${tag.source}|${reference.source})[\\s\\S])+`,
  'g',
);

/** What opens a turn: a dash, `>>`, a note of music, each with the tags around it. */
const turn = new RegExp(`^(?:\\s|${tag.source})*(?:[-–—‐]|>>+|<v[ .][^<>]{0,200}>)\\s*(?=\\S)`);

function cueLine({ raw, start }: RawLine, webVtt: boolean): CueLine {
  const opening = turn.exec(raw)?.[0] ?? '';
  const parts: Part[] = [];
  for (const match of raw.slice(opening.length).matchAll(pieces)) {
    const [whole, isTag, isReference] = match;
    if (isTag !== undefined) continue;
    const at = start + opening.length + match.index;
    const exact = isReference === undefined || !webVtt;
    const text = exact ? whole : decodedReference(whole);
    parts.push({ text, start: at, end: at + whole.length, exact: text === whole });
  }
  const trimmed = trimmedParts(parts);
  return {
    parts: trimmed,
    text: trimmed.map(({ text }) => text).join(''),
    start: trimmed[0]?.start ?? start,
    end: trimmed.at(-1)?.end ?? start,
    isTurn: opening !== '',
    pauseMs: 0,
  };
}

/** White space at both ends of a line is left outside. */
function trimmedParts(parts: readonly Part[]): readonly Part[] {
  const kept = [...parts];
  for (let first = kept[0]; first?.exact; first = kept[0]) {
    const text = first.text.trimStart();
    kept[0] = { ...first, text, start: first.end - text.length };
    if (text !== '') break;
    kept.shift();
  }
  for (let last = kept.at(-1); last?.exact; last = kept.at(-1)) {
    const text = last.text.trimEnd();
    kept[kept.length - 1] = { ...last, text, end: last.start + text.length };
    if (text !== '') break;
    kept.pop();
  }
  return kept;
}
