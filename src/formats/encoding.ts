import { DocumentProblem } from '../core/problem.ts';
import type { TextSpan } from '../core/span.ts';
import {
  asciiOnly,
  byteCodec,
  type Codec,
  codecFor,
  latin1,
  sequenceLength,
  utf8,
  utf16,
  windows1252,
} from './codecs.ts';
import { joinedBytes } from './joined-bytes.ts';
import { unmarkedUtf16 } from './unmarked-utf16.ts';

/** What the bytes of a text file say, and how corrections are written back into them. */
export interface SourceText {
  /** The decoded source, without its byte order mark. Bytes that are not valid are U+FFFD. */
  readonly text: string;
  /** The name of the encoding as a person knows it: `UTF-8`, `UTF-16LE`, `windows-1252`. */
  readonly encoding: string;
  /** Sentences for the report about how the bytes were read. */
  readonly warnings: readonly string[];
  /** What the encoding has beside ASCII, for an encoding that does not have everything. */
  readonly characters?: string;
  /** Whether the encoding has this character. */
  canHold(character: string): boolean;
  /** The bytes with the splices made; every other byte stays. Splices must be sorted and apart. */
  splice(splices: readonly Splice[]): Uint8Array;
  /** What the splices make of the bytes, in order. */
  patches(splices: readonly Splice[]): readonly BytePatch[];
}

/** Bytes that take the place of others. */
export interface BytePatch {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** The bytes with the patches made. Patches must be sorted and apart. */
export function patchedBytes(bytes: Uint8Array, patches: readonly BytePatch[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (const patch of patches) {
    pieces.push(bytes.subarray(copied, patch.start), patch.bytes);
    copied = patch.end;
  }
  pieces.push(bytes.subarray(copied));
  return joinedBytes(pieces);
}

/** One replacement in the source text. Spans count UTF-16 units of the decoded source. */
export interface Splice {
  readonly source: TextSpan;
  readonly text: string;
}

/**
 * Decodes the bytes of a text file. `declared` is the encoding that the file itself names, where it does.
 * A byte order mark wins, then valid UTF-8, then what is declared, then windows-1252, or ISO-8859-1 where both fit.
 * Throws DocumentProblem 'unreadable-encoding' for bytes that are no text or in an encoding of several bytes.
 */
export function decodeSource(bytes: Uint8Array, declared?: string): SourceText {
  if (bytes.length > sourceBytesMax) throw tooLong(bytes.length);
  const bom = bomOf(bytes);
  const body = bytes.subarray(bom?.length ?? 0);
  const codec = bom?.codec ?? codecWithoutBom(body, declared);
  return sourceIn(codec, bytes, bom?.length);
}

/** The source in an encoding that is known; the text begins at `start`. */
export function sourceIn(codec: Codec, bytes: Uint8Array, start = 0): SourceText {
  const body = bytes.subarray(start);
  const text = codec.decode(body);
  if (codec !== byteCodec && text.includes('\0')) throw binary();
  return {
    text,
    encoding: codec.name,
    warnings: warningsOf(codec, body, start > 0),
    ...(codec.characters === undefined ? {} : { characters: codec.characters }),
    canHold: (character) => codec.encode(character) !== undefined,
    splice: (splices) => patchedBytes(bytes, patchesOf({ bytes, start, codec }, splices)),
    patches: (splices) => patchesOf({ bytes, start, codec }, splices),
  };
}

/** The text and its parse are held in memory several times over; a long novel has a tenth of this. */
const sourceBytesMax = 20_000_000;

function tooLong(bytes: number): DocumentProblem {
  const [has, most] = [bytes, sourceBytesMax].map((each) => Math.ceil(each / 1_000_000));
  return new DocumentProblem(
    'too-large',
    `The file has ${has} MB of text; up to ${most} MB can be proofread. Please send it in parts.`,
  );
}

function bomOf(bytes: Uint8Array): { readonly length: number; readonly codec: Codec } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { length: 3, codec: utf8 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { length: 2, codec: utf16('utf-16le') };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { length: 2, codec: utf16('utf-16be') };
  return undefined;
}

function binary(): DocumentProblem {
  return new DocumentProblem('unreadable-encoding', 'The file holds binary data and not text.');
}

/** A zero byte is part of UTF-16, or there is no text that can be read with certainty. */
function codecWithoutBom(bytes: Uint8Array, declared: string | undefined): Codec {
  if (bytes.includes(0)) {
    const label = unmarkedUtf16(bytes);
    if (label === undefined) throw binary();
    return utf16(label);
  }
  const named = declared === undefined ? undefined : codecFor(declared);
  if (isUtf8(bytes)) return named ? unlessMislabelled(named, bytes) : utf8;
  if (named) return named;
  if (isMostlyUtf8(bytes)) return utf8;
  refuseControls(bytes);
  return bytes.some((byte) => byte >= 0x80 && byte <= 0x9f) ? windows1252() : latin1();
}

/** What is UTF-8 but says otherwise is read as UTF-8, and written so that it is right in both readings. */
function unlessMislabelled(named: Codec, bytes: Uint8Array): Codec {
  return named === utf8 || bytes.every((byte) => byte < 0x80) ? named : asciiOnly(utf8);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * Whether a file is UTF-8 with a few damaged places rather than in an older encoding.
 * In an older one, longer sequences are UTF-8 by chance less often, so they count for more.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = utf8.step(bytes, at).bytes;
    if (lead >= 0x80 && length >= 2 && length === sequenceLength(lead)) good += length ** 2;
    else if (lead >= 0x80) bad += 4;
    at += length;
  }
  return good > bad;
}

/** Text in a single-byte encoding has no control characters but tabs, line ends, page breaks, escapes. */
function refuseControls(bytes: Uint8Array): void {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x20 && !textControls.has(byte)) controls += 1;
  if (controls * 1000 <= bytes.length) return;
  throw binary();
}

const textControls: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);

function warningsOf(codec: Codec, body: Uint8Array, marked: boolean): readonly string[] {
  if (codec.name === 'UTF-8' && !isUtf8(body)) {
    return ['Some bytes are not valid UTF-8; they were left as they are.'];
  }
  if (codec.name.startsWith('UTF-16') && !marked) {
    return [`The file does not say how it is written; it was read as ${codec.name}.`];
  }
  if (codec.name.startsWith('UTF-')) return [];
  return [`The file is not in Unicode; it was read as ${codec.name}.`];
}

interface Target {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly codec: Codec;
}

function patchesOf(target: Target, splices: readonly Splice[]): readonly BytePatch[] {
  const cursor = { unit: 0, byte: target.start };
  return splices.map(({ source, text }) => ({
    start: advance(target, cursor, source.start),
    end: advance(target, cursor, source.end),
    bytes: encoded(target.codec, text),
  }));
}

/** Moves the cursor to a unit of the source and gives its byte. */
function advance(target: Target, cursor: { unit: number; byte: number }, unit: number): number {
  if (unit < cursor.unit) throw new Error(`the splice at ${unit} is out of order`);
  while (cursor.unit < unit) {
    const step = target.codec.step(target.bytes, cursor.byte);
    cursor.unit += step.units;
    cursor.byte += step.bytes;
  }
  return cursor.byte;
}

function encoded(codec: Codec, text: string): Uint8Array {
  const bytes = codec.encode(text);
  if (bytes) return bytes;
  const lacking = [...text].find((each) => codec.encode(each) === undefined) ?? '';
  const code = lacking.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  throw new DocumentProblem(
    'unreadable-encoding',
    `A correction needs the character U+${code}, which ${codec.name} does not have; please save the file as UTF-8.`,
  );
}
