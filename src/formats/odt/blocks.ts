import type { BlockKind, LooseBlock } from '../../core/document.ts';
import { frozenInProse, mergedSpans } from '../../core/frozen.ts';
import type { TextSpan } from '../../core/span.ts';
import { heldSpans } from '../block-edits.ts';
import { isMonospaced } from '../fonts.ts';
import { languageOf, primaryOf } from '../languages.ts';
import { attributeOf } from '../xml/tags.ts';
import { type Hold, type Paragraph, type Piece, textOf } from './paragraph.ts';
import { type Styles, styledProperty } from './styles.ts';
import type { TextProperties } from './text-properties.ts';

/** A paragraph ready for editing: its block, and its pieces with every reason to hold them. */
export interface OdtBlock extends LooseBlock {
  readonly paragraph: Paragraph;
  readonly pieces: readonly Piece[];
}

/** Turns the paragraphs of a part into blocks. Linear in the text. */
export function blocksOf(paragraphs: readonly Paragraph[], styles: Styles): readonly OdtBlock[] {
  const codeFonts = fontsMeanCode(paragraphs, styles);
  return paragraphs.map((paragraph) => blockOf(paragraph, { styles, codeFonts }));
}

interface Sheet {
  readonly styles: Styles;
  /** Whether a typewriter font marks code here, or is simply what the document is written in. */
  readonly codeFonts: boolean;
}

function blockOf(paragraph: Paragraph, sheet: Sheet): OdtBlock {
  const kind = kindOf(paragraph, sheet.styles);
  const language = spoken(languageOf(lettersByLanguage(paragraph, sheet.styles)));
  const pieces = paragraph.pieces.map((piece) => {
    const hold = piece.hold ?? holdOf(piece, { paragraph, kind, language, sheet });
    return hold === piece.hold ? piece : { ...piece, hold };
  });
  const text = textOf(paragraph);
  const frozen = withoutOverlap([...frozenInProse(text), ...heldSpans(pieces, paragraph.length)]);
  const block = { kind, text, frozen, pieces, paragraph };
  return language === undefined ? block : { ...block, language };
}

function kindOf({ tag, style, place }: Paragraph, styles: Styles): BlockKind {
  if (place.inHeader) return 'header-footer';
  const { role } = styles.paragraph(style);
  if (tag.name === 'text:h') return 'heading';
  if (role === 'quotation' || role === 'caption' || role === 'heading') return role;
  if (place.inNote) return 'note';
  if (place.inTable) return 'table-cell';
  return place.inList || role === 'list-item' ? 'list-item' : 'paragraph';
}

interface Holding {
  readonly paragraph: Paragraph;
  readonly kind: BlockKind;
  readonly language: string | undefined;
  readonly sheet: Sheet;
}

function holdOf(piece: Piece, { paragraph, kind, language, sheet }: Holding): Hold | undefined {
  const property = <Key extends keyof TextProperties>(key: Key) =>
    propertyOf(piece, { paragraph, styles: sheet.styles }, key);
  if (kind === 'quotation') return 'quotation';
  if (isCode(piece, paragraph, sheet)) return 'code';
  if (property('unchecked')) return 'unchecked';
  const own = primaryOf(property('language'));
  return own !== undefined && own !== (primaryOf(language) ?? 'en') ? 'language' : undefined;
}

function isCode(piece: Piece, paragraph: Paragraph, { styles, codeFonts }: Sheet): boolean {
  if (styles.paragraph(paragraph.style).role === 'code') return true;
  for (const span of piece.wrappers) {
    const { role } = styles.text(attributeOf(span, 'text:style-name'));
    if (role === 'code' || role === 'quotation') return true;
  }
  return codeFonts && isTypewritten(piece, paragraph, styles);
}

function isTypewritten(piece: Piece, paragraph: Paragraph, styles: Styles): boolean {
  const font = propertyOf(piece, { paragraph, styles }, 'font');
  return isMonospaced(font) || propertyOf(piece, { paragraph, styles }, 'fixedPitch') === true;
}

function propertyOf<Key extends keyof TextProperties>(
  piece: Piece,
  { paragraph, styles }: { readonly paragraph: Paragraph; readonly styles: Styles },
  key: Key,
): TextProperties[Key] {
  const at = { spans: piece.wrappers, paragraph: paragraph.style };
  return styledProperty(styles, at, key);
}

/** A letter typed in Courier from end to end is not code. */
function fontsMeanCode(paragraphs: readonly Paragraph[], styles: Styles): boolean {
  let [all, monospaced] = [0, 0];
  for (const paragraph of paragraphs) {
    for (const piece of paragraph.pieces) {
      all += piece.text.length;
      if (isTypewritten(piece, paragraph, styles)) monospaced += piece.text.length;
    }
  }
  return monospaced * 2 < all;
}

function lettersByLanguage(paragraph: Paragraph, styles: Styles): ReadonlyMap<string, number> {
  const letters = new Map<string, number>();
  for (const piece of paragraph.pieces) {
    if (!piece.node) continue;
    const language = propertyOf(piece, { paragraph, styles }, 'language') ?? '';
    letters.set(language, (letters.get(language) ?? 0) + piece.text.length);
  }
  return letters;
}

/** Text in no language is held piece by piece; its block has no language of its own. */
function spoken(language: string | undefined): string | undefined {
  return primaryOf(language) === undefined ? undefined : language;
}

/** Places without extent stay where no stretch covers or touches them: an edit may not insert there. */
function withoutOverlap(spans: readonly TextSpan[]): readonly TextSpan[] {
  const merged = mergedSpans(spans);
  const places = new Map(
    spans.filter(({ start, end }) => start === end).map((span) => [span.start, span]),
  );
  return [...merged, ...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
