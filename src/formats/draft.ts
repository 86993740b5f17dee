import type { BlockKind, LooseBlock } from '../core/document.ts';
import { frozenInProse, mergedSpans } from '../core/frozen.ts';
import type { TextSpan } from '../core/span.ts';

/**
 * A stretch of a block's text and where it stands in the source.
 * `exact`: both are the same unit by unit. Otherwise (an entity, a line break with its indentation, a piece of
 * code with its marks) the source stretch as a whole says what the text stretch says.
 */
export interface Piece {
  /** Units from the start of the block's text. */
  readonly text: TextSpan;
  /** Units of the decoded source. */
  readonly source: TextSpan;
  readonly exact: boolean;
}

/** Text between two marks, such as `**`, that mean nothing without it. `source` takes the marks in. */
interface Group {
  readonly text: TextSpan;
  readonly source: TextSpan;
}

/** A block with the map from its text to the source. The pieces cover the text without gap or overlap. */
export interface MappedBlock extends LooseBlock {
  readonly pieces: readonly Piece[];
  /** Sorted by where they start, an outer one before those in it. */
  readonly groups: readonly Group[];
  /** The language its source is written in, where that is not the one of the file: HTML within Markdown. */
  readonly markup?: 'html';
}

/** A block while a format reads it. Pieces are added in the order of the text. */
export interface Draft {
  /** How many units of text there are so far. */
  readonly length: () => number;
  /** Where in the source the last piece ends, 0 at the start. */
  readonly sourceEnd: () => number;
  /** Text that the source holds as it is, from `start` on. */
  readonly addExact: (text: string, start: number) => void;
  /** Text that the source says otherwise, in the stretch `source`. */
  readonly addAtom: (text: string, source: TextSpan) => void;
  /** Makes the text from `start` on one frozen atom that stands for the whole of `source`, its marks included. */
  readonly seal: (start: number, source: TextSpan) => void;
  /** Says that the text from `start` on stands between marks; `source` takes them in. */
  readonly group: (start: number, source: TextSpan) => void;
  readonly finish: (as: Finish) => MappedBlock;
}

/** What a block turned out to be. `frozen`: nothing in it may be touched; a quotation never may. */
interface Finish {
  readonly kind: BlockKind;
  readonly language?: string | undefined;
  readonly frozen?: boolean;
  /** What else this format freezes in running prose, beside addresses and quotations. */
  readonly alsoFrozen?: (text: string) => readonly TextSpan[];
}

export function newDraft(): Draft {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  const groups: Group[] = [];
  const frozen: TextSpan[] = [];
  let length = 0;
  const add = (text: string, source: TextSpan, exact: boolean): void => {
    if (text === '') return;
    const piece = { text: { start: length, end: length + text.length }, source, exact };
    const last = pieces.at(-1);
    const joins = exact && last?.exact && last.source.end === source.start;
    if (joins) pieces[pieces.length - 1] = run(last, piece);
    else pieces.push(piece);
    parts.push(text);
    length += text.length;
  };
  return {
    length: () => length,
    sourceEnd: () => pieces.at(-1)?.source.end ?? 0,
    addExact: (text, start) => add(text, { start, end: start + text.length }, true),
    addAtom: (text, source) => add(text, source, false),
    seal: (start, source) => {
      if (start === length) return;
      while ((pieces.at(-1)?.text.start ?? -1) >= start) pieces.pop();
      pieces.push({ text: { start, end: length }, source, exact: false });
      frozen.push({ start, end: length });
    },
    group: (start, source) => groups.push({ text: { start, end: length }, source }),
    finish: (as) => finished({ text: parts.join(''), pieces, groups, frozen }, as),
  };
}

/** The same block where its source stands further on. */
export function movedBlock(block: MappedBlock, by: number): MappedBlock {
  const moved = <Part extends { readonly source: TextSpan }>(part: Part): Part => ({
    ...part,
    source: { start: part.source.start + by, end: part.source.end + by },
  });
  return { ...block, pieces: block.pieces.map(moved), groups: block.groups.map(moved) };
}

function finished(
  draft: Pick<MappedBlock, 'text' | 'pieces' | 'groups' | 'frozen'>,
  as: Finish,
): MappedBlock {
  const { text } = draft;
  const whole = as.frozen || as.kind === 'quotation';
  const spans = whole
    ? [{ start: 0, end: text.length }]
    : [...draft.frozen, ...frozenInProse(text), ...(as.alsoFrozen?.(text) ?? [])];
  const groups = [...draft.groups].sort(
    (a, b) => a.source.start - b.source.start || b.source.end - a.source.end,
  );
  const block = { ...draft, kind: as.kind, groups, frozen: mergedSpans(spans) };
  return as.language === undefined ? block : { ...block, language: as.language };
}

function run(left: Piece, right: Piece): Piece {
  return {
    text: { start: left.text.start, end: right.text.end },
    source: { start: left.source.start, end: right.source.end },
    exact: true,
  };
}
