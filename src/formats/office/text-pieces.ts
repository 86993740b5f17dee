import type { TextSpan } from '../../core/span.ts';
import { textWithSections, unescapeXml } from '../xml/text.ts';

/** A stretch of a paragraph's text and where it stands in the XML. */
export interface TextPiece {
  readonly text: string;
  readonly source: TextSpan;
  /** Whether text and XML are the same there, unit by unit. */
  readonly exact: boolean;
  /** Whether it is no text to edit: a line break, a tab, a field, an object. */
  readonly held: boolean;
}

/** Stands for what has no text. */
const placeholder = '\uFFFC';

/** The text of an element between its tags, piece by piece. `source` counts from the start of the XML. */
export function textPieces(xml: string, { start, end }: TextSpan): readonly TextPiece[] {
  const raw = xml.slice(start, end);
  if (raw === '') return [];
  // A comment or a CDATA section stands in it: the text is read, and left alone.
  if (raw.includes('<')) return [heldPiece(textWithSections(raw), { start, end })];
  return [...raw.matchAll(token)].map(({ 0: written, index }) => {
    const source = { start: start + index, end: start + index + written.length };
    return pieceOf(written, source);
  });
}

/** Something in a paragraph that is not text of the author's. */
export function heldPiece(text: string, source: TextSpan): TextPiece {
  return { text, source, exact: false, held: true };
}

/** An object in the text. */
export function objectPiece(source: TextSpan): TextPiece {
  return heldPiece(placeholder, source);
}

/** Text as it may stand in the XML. What looks like an escape of Office must not become one. */
export function writtenText(text: string): string {
  return text
    .replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_')
    .replace(/[&<>]/g, (character) => references[character] ?? character);
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Office writes characters that XML does not have as `_x000B_` (ECMA-376 Part 1, 22.9.2.19). */
const token = /(?:_x000D_)?(?:\r?\n|\r)|&[^;]*;|_x[\dA-F]{4}_|\t|[^\t\r\n&_]+|_/gi;

function pieceOf(written: string, source: TextSpan): TextPiece {
  const text = decoded(written);
  if (/^(?:_x000D_)?[\n\r\v]+$/i.test(text)) return heldPiece('\n', source);
  if (/^\p{Cc}$/u.test(text)) return heldPiece(text === '\t' ? text : placeholder, source);
  return { text, source, exact: text === written, held: false };
}

function decoded(written: string): string {
  if (written.startsWith('&')) return unescapeXml(written);
  const code = /^_x([\dA-F]{4})_$/i.exec(written)?.[1];
  return code === undefined ? written : String.fromCharCode(Number.parseInt(code, 16));
}
