import type { BlockKind } from '../../core/document.ts';
import type { TextSpan } from '../../core/span.ts';
import { type MappedBlock, newDraft } from '../draft.ts';
import { isMonospaced } from '../fonts.ts';
import { languageOf, primaryOf } from '../languages.ts';
import type { TextPiece } from './text-pieces.ts';

/** What the properties of a run say that matters to a proofreader. */
export interface RunProperties {
  readonly language?: string | undefined;
  readonly font?: string | undefined;
  /** Whether the author does not want it checked. */
  readonly unchecked?: boolean;
}

/** A piece of text as its run has it. */
export interface RunPiece extends TextPiece {
  readonly run: RunProperties;
}

/** A block, and where the pieces of its text begin that stand for something else than text of a run. */
export interface OfficeBlock extends MappedBlock {
  readonly heldStarts: ReadonlySet<number>;
}

/** A paragraph of a slide, or the text of a cell. */
export interface OfficeParagraph {
  readonly kind: BlockKind;
  readonly pieces: readonly RunPiece[];
  /** Whether nothing of it may be edited. */
  readonly held: boolean;
}

/**
 * Turns paragraphs into blocks. Two line breaks in a row end a block as an empty line does, and text and
 * separator read the same then.
 */
export function blocksOf(paragraphs: readonly OfficeParagraph[]): readonly OfficeBlock[] {
  const codeFonts = fontsMeanCode(paragraphs);
  return paragraphs.flatMap(withoutEmptyLines).map((paragraph) => blockOf(paragraph, codeFonts));
}

function withoutEmptyLines(paragraph: OfficeParagraph): readonly OfficeParagraph[] {
  let current: RunPiece[] = [];
  const all = [current];
  for (const piece of paragraph.pieces) {
    if (isBreak(piece) && isBreak(current.at(-1))) {
      current.pop();
      current = [];
      all.push(current);
    } else current.push(piece);
  }
  return all.map((pieces) => ({ ...paragraph, pieces }));
}

function isBreak(piece: TextPiece | undefined): boolean {
  return piece?.text === '\n';
}

function blockOf({ kind, pieces, held }: OfficeParagraph, codeFonts: boolean): OfficeBlock {
  const language = languageOf(lettersByLanguage(pieces));
  const draft = newDraft();
  const heldStarts = new Set<number>();
  const isHeld = pieces.map((piece) => piece.held || mayNotBeChecked(piece));
  for (const [index, piece] of pieces.entries()) {
    const start = draft.length();
    if (piece.exact) draft.addExact(piece.text, piece.source.start);
    else draft.addAtom(piece.text, piece.source);
    if (!isHeld[index]) continue;
    draft.seal(start, piece.source);
    heldStarts.add(start);
  }
  const block = draft.finish({ kind, language, frozen: held });
  const edges = [
    ...(isHeld[0] === false ? [] : [0]),
    ...(isHeld.at(-1) === false ? [] : [block.text.length]),
  ];
  return { ...block, heldStarts, frozen: withPlaces(block.frozen, edges) };

  function mayNotBeChecked({ run }: RunPiece): boolean {
    if (run.unchecked || (codeFonts && isMonospaced(run.font))) return true;
    const own = primaryOf(run.language);
    return own !== undefined && own !== (primaryOf(language) ?? 'en');
  }
}

/** Where a block begins or ends without text to edit, nothing could take an insertion: the place is frozen. */
function withPlaces(spans: readonly TextSpan[], places: readonly number[]): readonly TextSpan[] {
  const extra = [...new Set(places)].map((at) => ({ start: at, end: at }));
  return [...spans, ...extra].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A presentation that is set in Courier from end to end is not code. */
function fontsMeanCode(paragraphs: readonly OfficeParagraph[]): boolean {
  let [all, monospaced] = [0, 0];
  for (const { pieces } of paragraphs) {
    for (const { text, run } of pieces) {
      all += text.length;
      if (isMonospaced(run.font)) monospaced += text.length;
    }
  }
  return monospaced * 2 < all;
}

function lettersByLanguage(pieces: readonly RunPiece[]): ReadonlyMap<string, number> {
  const letters = new Map<string, number>();
  for (const { text, run, held } of pieces) {
    if (held) continue;
    const language = run.language ?? '';
    letters.set(language, (letters.get(language) ?? 0) + text.length);
  }
  return letters;
}
