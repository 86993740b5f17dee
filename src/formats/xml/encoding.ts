import { DocumentProblem } from '../../core/problem.ts';
import { type Codec, utf8, utf16 } from '../codecs.ts';

/** An XML part as text, a byte order mark included, and how to make bytes of it again. */
export interface DecodedXml {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

/**
 * Decodes an XML part by its byte order mark, else by its first bytes (XML 1.0, appendix F).
 * Decoding is strict, so that encoding the text again gives the same bytes.
 * Throws DocumentProblem: 'unreadable-encoding' for what OPC does not allow, 'corrupt' for broken sequences.
 */
export function decodeXml(bytes: Uint8Array, part: string): DecodedXml {
  const codec = codecOf(bytes);
  const text = decodeStrictly(bytes, codec, part);
  if (codec === utf8) checkDeclaration(text, part);
  return { text, encode: (changed) => codec.encode(changed) ?? new Uint8Array() };
}

function codecOf(bytes: Uint8Array): Codec {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16('utf-16le');
  if (first === 0xfe && second === 0xff) return utf16('utf-16be');
  if (first === 0x3c && second === 0) return utf16('utf-16le');
  if (first === 0 && second === 0x3c) return utf16('utf-16be');
  return utf8;
}

function decodeStrictly(bytes: Uint8Array, codec: Codec, part: string): string {
  try {
    return new TextDecoder(codec.name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DocumentProblem('corrupt', `The part ${part} is not valid ${codec.name}.`);
  }
}

/** Office files are UTF-8 or UTF-16 (ECMA-376 Part 2, 6.1.4); plain ASCII is UTF-8 under any name. */
function checkDeclaration(text: string, part: string): void {
  const declared = /^\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(text)?.[1];
  if (declared === undefined || /^utf-?(8|16)$/i.test(declared)) return;
  if (/^(?:us-)?ascii$/i.test(declared)) return;
  throw new DocumentProblem(
    'unreadable-encoding',
    `The part ${part} is written in ${declared}, which documents of this kind may not be.`,
  );
}
