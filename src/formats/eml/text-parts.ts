import { DocumentProblem } from '../../core/problem.ts';
import { codecFor, utf16 } from '../codecs.ts';
import type { MappedBlock } from '../draft.ts';
import {
  type BytePatch,
  decodeSource,
  type SourceText,
  type Splice,
  sourceIn,
} from '../encoding.ts';
import { writtenHtml } from '../html/written.ts';
import type { Spliceable } from '../splice.ts';
import { pageLayout } from './pages.ts';
import type { Leaf } from './parts.ts';
import { flowedLayout, plainLayout } from './plain.ts';
import { transferred } from './transfer.ts';

/** A part of a message that is text, opened. */
export interface TextPart extends Spliceable {
  readonly leaf: Leaf;
  readonly isPage: boolean;
  readonly wrapped: boolean;
  /** What it can hold beside ASCII, where that is not everything. */
  readonly characters: string | undefined;
  /** What splices of its text make of the message. */
  readonly patches: (splices: readonly Splice[]) => readonly BytePatch[];
}

/** Opens a text part; `wrapped` is how the lines of its original were read. Throws DocumentProblem. */
export function openTextPart(message: Uint8Array, leaf: Leaf, wrapped?: boolean): TextPart {
  const body = message.subarray(leaf.body.start, leaf.body.end);
  const transfer = transferred(body, leaf.transferEncoding);
  if (!transfer) throw unreadable(leaf.transferEncoding);
  const charset = leaf.parameters.get('charset');
  const source = sourceOf(transfer.bytes, charset);
  const isPage = leaf.mediaType === 'text/html';
  const isAscii = !transfer.holdsAllBytes || isAsciiOnly(charset, source);
  const holds = isAscii ? (text: string) => /^[\0-\x7F]*$/.test(text) : source.canHold;
  const layout = isPage
    ? { ...pageLayout(source.text), wrapped: true }
    : plain(leaf, source, wrapped);
  return {
    title: 'E-mail',
    leaf,
    isPage,
    wrapped: layout.wrapped,
    characters: isPage ? undefined : isAscii ? '' : source.characters,
    source,
    blocks: layout.blocks,
    warnings: [],
    written: (text) => (isPage ? writtenHtml(text, holds) : writtenPlain(text, source, holds)),
    patches: (splices) =>
      transfer.encoded(source.patches(splices)).map(({ start, end, bytes }) => ({
        start: start + leaf.body.start,
        end: end + leaf.body.start,
        bytes,
      })),
  };
}

function plain(
  { parameters }: Leaf,
  { text }: SourceText,
  wrapped?: boolean,
): { readonly blocks: readonly MappedBlock[]; readonly wrapped: boolean } {
  return /^flowed$/i.test(parameters.get('format') ?? '')
    ? flowedLayout(text, /^yes$/i.test(parameters.get('delsp') ?? ''))
    : plainLayout(text, wrapped);
}

/** Unlike a page, a message means UTF-16 when it says so. */
function sourceOf(bytes: Uint8Array, charset: string | undefined): SourceText {
  const wide = /^utf-?16(le|be)$/i.exec(charset ?? '')?.[1]?.toLowerCase();
  if (wide !== undefined) return sourceIn(utf16(wide === 'le' ? 'utf-16le' : 'utf-16be'), bytes);
  return decodeSource(bytes, charset);
}

/** A message that names no character set, or this one, may hold nothing else (RFC 2046, section 4.1.2). */
function isAsciiOnly(charset: string | undefined, { text }: SourceText): boolean {
  const isNamed = charset !== undefined && !/^(?:us-)?ascii$/i.test(charset) && isKnown(charset);
  return !isNamed && /^[\0-\x7F]*$/.test(text);
}

function isKnown(charset: string): boolean {
  return codecFor(charset) !== undefined;
}

function writtenPlain(text: string, source: SourceText, holds: (text: string) => boolean): string {
  const lacking = Array.from(text).find((character) => !holds(character));
  if (lacking !== undefined) {
    const code = lacking.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    throw new DocumentProblem(
      'unreadable-encoding',
      `A correction needs the character U+${code}, which this e-mail cannot hold; please send it in UTF-8.`,
    );
  }
  const lineEnd = /\r\n|\n|\r/.exec(source.text)?.[0] ?? '\r\n';
  return text.replaceAll('\n', lineEnd);
}

function unreadable(encoding: string): DocumentProblem {
  return new DocumentProblem(
    'unreadable-encoding',
    `A part of the e-mail is in the transfer encoding “${encoding.slice(0, 40)}”.`,
  );
}
