import type { BlockKind, LooseBlock } from '../../core/document.ts';
import { frozenInProse, mergedSpans } from '../../core/frozen.ts';
import type { TextSpan } from '../../core/span.ts';
import { heldSpans } from '../block-edits.ts';
import { isMonospaced } from '../fonts.ts';
import { languageOf, primaryOf } from '../languages.ts';
import { type Hold, type Paragraph, type Piece, textOf } from './paragraph.ts';
import type { RunProperties } from './run-properties.ts';
import { type Styles, styledProperty } from './styles.ts';
import type { Place, TextPart } from './text-parts.ts';

/** A paragraph ready for editing: its block, its pieces with every reason to hold them, and its twins. */
export interface DocxBlock extends LooseBlock {
  readonly pieces: readonly Piece[];
  /** The pieces of the same text elsewhere in the part, which are edited alike. */
  readonly twins: readonly (readonly Piece[])[];
}

/** Turns the paragraphs of each part into blocks. Linear in the text. */
export function blocksOf(
  parts: readonly TextPart[],
  styles: Styles,
): readonly (readonly DocxBlock[])[] {
  const all = parts.flatMap(({ story }) => story.paragraphs);
  const codeFonts = fontsMeanCode(all, styles);
  return parts.map(({ story, place }) =>
    story.paragraphs.map((paragraph) => blockOf(paragraph, { styles, place, codeFonts })),
  );
}

interface Sheet {
  readonly styles: Styles;
  readonly place: Place;
  /** Whether a typewriter font marks code here, or is simply what the document is written in. */
  readonly codeFonts: boolean;
}

function blockOf(paragraph: Paragraph, sheet: Sheet): DocxBlock {
  const kind = kindOf(paragraph, sheet);
  const language = languageOf(lettersByLanguage(paragraph, sheet.styles));
  const holding = { paragraph, kind, language, sheet };
  const pieces = withHolds(paragraph, holding);
  const twins = paragraph.twins.map((twin) => withHolds(twin, { ...holding, paragraph: twin }));
  const text = textOf(paragraph);
  const frozen = withoutOverlap([
    ...frozenInProse(text),
    ...[pieces, ...twins].flatMap((each) => heldSpans(each, paragraph.length)),
    ...paragraph.joints.map((at) => ({ start: at, end: at })),
  ]);
  const block = { kind, text, frozen, pieces, twins };
  return language === undefined ? block : { ...block, language };
}

function kindOf(paragraph: Paragraph, { styles, place }: Sheet): BlockKind {
  const style = styles.paragraph(paragraph.style);
  const role = paragraph.outline ? 'heading' : style.role;
  if (role === 'quotation') return role;
  if (place === 'header-footer') return place;
  if (role === 'caption' || role === 'heading') return role;
  if (paragraph.inTable) return 'table-cell';
  if (paragraph.numbered ?? style.numbered ?? role === 'list-item') return 'list-item';
  return place === 'note' ? 'note' : 'paragraph';
}

interface Holding {
  readonly paragraph: Paragraph;
  readonly kind: BlockKind;
  readonly language: string | undefined;
  readonly sheet: Sheet;
}

function withHolds(paragraph: Paragraph, holding: Holding): readonly Piece[] {
  return paragraph.pieces.map((piece) => {
    const hold = piece.hold ?? holdOf(piece, holding);
    return hold === piece.hold ? piece : { ...piece, hold };
  });
}

function holdOf(piece: Piece, { paragraph, kind, language, sheet }: Holding): Hold | undefined {
  const property = <Key extends keyof RunProperties>(key: Key) =>
    pieceProperty(piece, { paragraph, styles: sheet.styles }, key);
  if (kind === 'quotation') return 'quotation';
  if (isCode(piece, paragraph, sheet)) return 'code';
  if (property('unchecked')) return 'unchecked';
  if (property('rightToLeft')) return 'language';
  const own = primaryOf(property('language'));
  return own !== undefined && own !== (primaryOf(language) ?? 'en') ? 'language' : undefined;
}

function isCode(piece: Piece, paragraph: Paragraph, { styles, codeFonts }: Sheet): boolean {
  const character = styles.character(piece.run?.properties.style);
  const own = styles.paragraph(paragraph.style);
  if (character.role === 'quotation') return true;
  if (character.role === 'code' || own.role === 'code') return true;
  return codeFonts && isMonospaced(pieceProperty(piece, { paragraph, styles }, 'font'));
}

function pieceProperty<Key extends keyof RunProperties>(
  piece: Piece,
  { paragraph, styles }: { readonly paragraph: Paragraph; readonly styles: Styles },
  key: Key,
): RunProperties[Key] {
  const direct = piece.run?.properties ?? {};
  return styledProperty(styles, { direct, paragraph: paragraph.style }, key);
}

/** A letter typed in Courier from end to end is not code. */
function fontsMeanCode(paragraphs: readonly Paragraph[], styles: Styles): boolean {
  let [all, monospaced] = [0, 0];
  for (const paragraph of paragraphs) {
    for (const piece of paragraph.pieces) {
      all += piece.text.length;
      if (isMonospaced(pieceProperty(piece, { paragraph, styles }, 'font'))) {
        monospaced += piece.text.length;
      }
    }
  }
  return monospaced * 2 < all;
}

function lettersByLanguage(paragraph: Paragraph, styles: Styles): ReadonlyMap<string, number> {
  const letters = new Map<string, number>();
  for (const piece of paragraph.pieces) {
    if (!piece.source) continue;
    const language = pieceProperty(piece, { paragraph, styles }, 'language') ?? '';
    letters.set(language, (letters.get(language) ?? 0) + piece.text.length);
  }
  return letters;
}

/** Places without extent stay beside the merged stretches: an edit may neither cross them nor insert there. */
function withoutOverlap(spans: readonly TextSpan[]): readonly TextSpan[] {
  const places = new Map(
    spans.filter(({ start, end }) => start === end).map((span) => [span.start, span]),
  );
  const merged = mergedSpans(spans);
  let index = 0;
  const outside = [...places.values()]
    .sort((a, b) => a.start - b.start)
    .filter(({ start }) => {
      while ((merged[index]?.end ?? Number.POSITIVE_INFINITY) < start) index += 1;
      const around = merged[index];
      return !(around && around.start < start && start < around.end);
    });
  return [...merged, ...outside].sort((a, b) => a.start - b.start || a.end - b.end);
}
