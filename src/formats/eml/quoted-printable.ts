import type { BytePatch } from '../encoding.ts';
import type { Transferred } from './transfer.ts';

/**
 * Reads quoted-printable (RFC 2045, section 6.7). A change is written in its place; the line is broken softly beside it
 * where it would otherwise become longer than lines may be.
 */
export function quotedPrintable(body: Uint8Array): Transferred {
  const map = decoded(body);
  return {
    bytes: map.bytes,
    holdsAllBytes: true,
    encoded: (patches) => encodedPatches(body, map, patches),
  };
}

/** The decoded bytes, and where in the body the saying of each begins and ends. */
interface Decoded {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const equals = 0x3d;
const carriageReturn = 0x0d;
const lineFeed = 0x0a;

function decoded(body: Uint8Array): Decoded {
  const bytes = new Uint8Array(body.length);
  const starts = new Uint32Array(body.length);
  const ends = new Uint32Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; ) {
    const skipped = unsaid(body, at);
    if (skipped > 0) {
      at += skipped;
      continue;
    }
    const value = body[at] === equals ? hexAt(body, at + 1) : undefined;
    const size = value === undefined ? 1 : 3;
    bytes[length] = value ?? body[at] ?? 0;
    starts[length] = at;
    ends[length] = at + size;
    length += 1;
    at += size;
  }
  return { bytes: bytes.subarray(0, length), starts, ends };
}

/** How many bytes at a place say nothing: a soft line break, or blanks before the end of a line. */
function unsaid(body: Uint8Array, at: number): number {
  const byte = body[at];
  if (byte !== equals && byte !== 0x20 && byte !== 0x09) return 0;
  let next = byte === equals ? at + 1 : at;
  while (body[next] === 0x20 || body[next] === 0x09) next += 1;
  const isEnd = next === body.length || body[next] === carriageReturn || body[next] === lineFeed;
  if (!isEnd) return 0;
  if (byte !== equals) return next - at;
  if (body[next] === carriageReturn) next += 1;
  return next + (body[next] === lineFeed ? 1 : 0) - at;
}

function hexAt(body: Uint8Array, at: number): number | undefined {
  const text = String.fromCharCode(body[at] ?? 0, body[at + 1] ?? 0);
  return /^[\dA-Fa-f]{2}$/.test(text) ? Number.parseInt(text, 16) : undefined;
}

/** Lines may have so many characters, the `=` of a soft break among them. */
const lineCharactersMax = 76;

function encodedPatches(
  body: Uint8Array,
  map: Decoded,
  patches: readonly BytePatch[],
): readonly BytePatch[] {
  // How far the writing of earlier patches has moved the rest of their line.
  let shift = { line: -1, columns: 0 };
  return patches.map((patch) => {
    const { bytes } = patch;
    const place = placeIn(map, patch);
    const line = lineAround(body, place.start, place.end);
    const column = place.start - line.start + (shift.line === line.start ? shift.columns : 0);
    const text = sayings(bytes, place.end === line.end);
    const size = text.reduce((sum, saying) => sum + saying.length, 0);
    const rest = line.end - place.end;
    const wasLong = [place.start, place.end].some(
      (at) => lengthAround(body, at) > lineCharactersMax,
    );
    const fits = wasLong || column + size + rest <= lineCharactersMax;
    const broken = fits ? text.join('') : withBreaks(text, { column, rest, lineEnd: line.lineEnd });
    const next = lineAround(body, place.end, place.end).start;
    shift = { line: next, columns: columnAfter(column, broken) - (place.end - next) };
    return { ...place, bytes: new TextEncoder().encode(broken) };
  });
}

/** An insertion stands behind the byte before it, on the same side of a soft break. */
function placeIn(
  { bytes, starts, ends }: Decoded,
  { start, end }: BytePatch,
): { readonly start: number; readonly end: number } {
  if (end > start) return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
  const at = start === bytes.length ? (ends[start - 1] ?? 0) : (starts[start] ?? 0);
  const behind = start > 0 ? (ends[start - 1] ?? at) : at;
  return { start: behind, end: behind };
}

function lineAround(body: Uint8Array, from: number, to: number) {
  let start = from;
  while (start > 0 && body[start - 1] !== lineFeed && body[start - 1] !== carriageReturn)
    start -= 1;
  let end = to;
  while (end < body.length && body[end] !== lineFeed && body[end] !== carriageReturn) end += 1;
  const feeds = body[end] === carriageReturn && body[end + 1] === lineFeed ? '\r\n' : undefined;
  const lineEnd = feeds ?? (body[end] === undefined ? '\r\n' : String.fromCharCode(body[end] ?? 0));
  return { start, end, lineEnd };
}

function lengthAround(body: Uint8Array, at: number): number {
  const { start, end } = lineAround(body, at, at);
  return end - start;
}

/** How each byte is said; a blank at the end of a line would be lost. */
function sayings(bytes: Uint8Array, isAtEnd: boolean): readonly string[] {
  return Array.from(bytes, (byte, index) => {
    const isLost = (byte === 0x20 || byte === 0x09) && isAtEnd && index === bytes.length - 1;
    const isGraphic = byte >= 0x20 && byte < 0x7f && byte !== equals;
    const isPlain = isGraphic || byte === 0x09 || byte === carriageReturn || byte === lineFeed;
    return isPlain && !isLost
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

interface Line {
  readonly column: number;
  readonly rest: number;
  readonly lineEnd: string;
}

/** Breaks softly where the next saying would not fit, and before the rest of the line where that does not. */
function withBreaks(text: readonly string[], { column, rest, lineEnd }: Line): string {
  const softBreak = `=${lineEnd}`;
  let written = '';
  let at = column;
  for (const saying of text) {
    if (at + saying.length + 1 > lineCharactersMax) {
      written += softBreak;
      at = 0;
    }
    written += saying;
    at += saying.length;
  }
  return at + rest <= lineCharactersMax ? written : written + softBreak;
}

function columnAfter(column: number, written: string): number {
  const lineStart = Math.max(written.lastIndexOf('\n'), written.lastIndexOf('\r')) + 1;
  return lineStart > 0 ? written.length - lineStart : column + written.length;
}
