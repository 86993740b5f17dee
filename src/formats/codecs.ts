import { DocumentProblem } from '../core/problem.ts';

/** An encoding of characters as bytes, and back. */
export interface Codec {
  /** As a person knows it: `UTF-8`, `UTF-16LE`, `windows-1252`. */
  readonly name: string;
  readonly decode: (bytes: Uint8Array) => string;
  readonly step: (bytes: Uint8Array, at: number) => Step;
  /** What it has beside ASCII, for an encoding that does not have everything. */
  readonly characters?: string;
  /** The bytes of a text, or undefined where the encoding lacks one of its characters. */
  readonly encode: (text: string) => Uint8Array | undefined;
}

/** How many UTF-16 units and bytes one step of a decoder takes. */
interface Step {
  readonly units: number;
  readonly bytes: number;
}

const encoder = new TextEncoder();

export const utf8: Codec = {
  name: 'UTF-8',
  decode: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  step: utf8Step,
  encode: (text) => encoder.encode(text),
};

/**
 * One step of the UTF-8 decoder of the Encoding Standard (section 8.1.1): a whole character,
 * or the longest start of one, which decodes to a single U+FFFD.
 */
function utf8Step(bytes: Uint8Array, at: number): Step {
  const lead = bytes[at] ?? 0;
  const length = sequenceLength(lead);
  let taken = 1;
  while (taken < length && continues(lead, taken, bytes[at + taken])) taken += 1;
  return { units: length === 4 && taken === 4 ? 2 : 1, bytes: taken };
}

/** How many bytes a UTF-8 sequence with this first byte has; 1 for a byte that begins none. */
export function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

function continues(lead: number, position: number, byte: number | undefined): boolean {
  if (byte === undefined) return false;
  if (position > 1) return byte >= 0x80 && byte <= 0xbf;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}

export function utf16(label: 'utf-16le' | 'utf-16be'): Codec {
  return {
    name: label.toUpperCase(),
    decode: (bytes) => new TextDecoder(label, { ignoreBOM: true }).decode(bytes),
    step: (bytes, at) => ({ units: 1, bytes: Math.min(2, bytes.length - at) }),
    encode: (text) => utf16Bytes(text, label === 'utf-16le'),
  };
}

function utf16Bytes(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

function singleByte(name: string): Codec {
  const decoder = new TextDecoder(name);
  const byteOf = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte);
  return {
    name,
    characters: [...byteOf.keys()].filter((each) => each > '\x9F' && each !== '\uFFFD').join(''),
    decode: (bytes) => decoder.decode(bytes),
    step: () => ({ units: 1, bytes: 1 }),
    encode: (text) => {
      const bytes = [...text].map((each) => byteOf.get(each));
      return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : undefined;
    },
  };
}

/**
 * The codec for a label such as `iso-8859-1`; undefined for a label that nobody knows.
 * Throws DocumentProblem for encodings of several bytes other than UTF-8.
 */
export function codecFor(label: string): Codec | undefined {
  const name = knownName(label);
  if (name === undefined) return undefined;
  if (name.startsWith('utf-')) return utf8;
  if (/^(?:windows-|iso-8859-|koi8|macintosh|x-mac|ibm)/.test(name)) return singleByte(name);
  throw new DocumentProblem(
    'unreadable-encoding',
    `The file says that it is written in ${label}; please save it as UTF-8.`,
  );
}

function knownName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What Windows writes in Western Europe and America; every byte is a character of it. */
export function windows1252(): Codec {
  return singleByte('windows-1252');
}

/** For sources that say in ASCII what else they hold: each byte is the character of its number. */
export const byteCodec: Codec = {
  name: 'ASCII',
  decode: bytesAsText,
  step: () => ({ units: 1, bytes: 1 }),
  encode: (text) => {
    const bytes = Uint8Array.from(text, (each) => each.charCodeAt(0));
    return /^[\0-\xFF]*$/.test(text) ? bytes : undefined;
  },
};

function bytesAsText(bytes: Uint8Array): string {
  const parts: string[] = [];
  const size = 8192;
  for (let at = 0; at < bytes.length; at += size) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + size)));
  }
  return parts.join('');
}

/**
 * What older systems and their programs write. Bytes that only windows-1252 has a character for are never written,
 * so that the file is right for both kinds of reader.
 */
export function latin1(): Codec {
  const codec = windows1252();
  const isHeld = /^[\0-\x7F\xA0-\xFF]*$/;
  return {
    ...codec,
    name: 'ISO-8859-1',
    characters: (codec.characters ?? '').replace(/[^\xA0-\xFF]/g, ''),
    encode: (text) => (isHeld.test(text) ? codec.encode(text) : undefined),
  };
}

/** The same encoding, with everything beyond ASCII refused when writing. */
export function asciiOnly(codec: Codec): Codec {
  const isAscii = /^[\t-\r -~]*$/;
  const encode: Codec['encode'] = (text) => (isAscii.test(text) ? codec.encode(text) : undefined);
  return { ...codec, characters: '', encode };
}
