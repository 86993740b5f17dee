import { applyEdits, type TextEdit, trimEdit } from '../edit.ts';
import { bySpan } from '../span.ts';
import { kindOf, type Tokens, textBetween, tokenAt, wordsAndSigns } from './tokens.ts';

/** One of the readings that a stretch of text may have come to. */
export interface Branch {
  readonly tokens: readonly string[];
  readonly text: string;
  /** Which of the slot's edits are made in it. */
  readonly made: readonly boolean[];
}

/** A stretch of whole tokens of the original that some edits speak of; mostly one. */
export interface Slot {
  readonly from: number;
  readonly to: number;
  /** The indices of its edits. */
  readonly edits: readonly number[];
  /** The original stands first. */
  readonly branches: readonly Branch[];
}

/** With more edits than this in one word only all or none of them are looked for. */
const mixedEditsMax = 4;

/** The slots of the edits in the order of the text; edits that change nothing have none. */
export function slotsOf(original: Tokens, edits: readonly TextEdit[]): readonly Slot[] {
  const placed = edits
    .map((edit, index) => ({ index, ...trimEdit(edit) }))
    .filter(({ before, after }) => before !== after)
    .sort(bySpan);
  const ranges: { from: number; to: number; edits: Placed[] }[] = [];
  for (const edit of placed) {
    const { from, to } = rangeOf(original, edit);
    const last = ranges.at(-1);
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else ranges.push({ from, to, edits: [edit] });
  }
  return ranges.map((range) => ({
    from: range.from,
    to: range.to,
    edits: range.edits.map(({ index }) => index),
    branches: branchesOf(original, range),
  }));
}

interface Placed extends TextEdit {
  readonly index: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The tokens that an edit changes, with a neighbour that grows together with the new text. */
function rangeOf(original: Tokens, { span, after }: TextEdit): Range {
  const { text, starts } = original;
  const start = tokenAt(original, span.start);
  const end = tokenAt(original, span.end);
  let from = start;
  let to = (starts[end] ?? 0) < span.end ? end + 1 : end;
  const left = text.slice(0, starts[from]).at(-1) ?? '';
  const right = text.charAt(starts[to] ?? text.length);
  const head = text.slice(starts[from], span.start);
  const tail = text.slice(span.end, starts[to]);
  const fresh = head + after + tail;
  const joins = (a: string, b: string): boolean =>
    a !== '' && b !== '' && kindOf(a) === 'word' && kindOf(b) === 'word';
  if (fresh === '') {
    if (joins(left, right)) [from, to] = [from - 1, to + 1];
    return { from, to };
  }
  if (joins(left, fresh.charAt(0))) from -= 1;
  if (joins(fresh.at(-1) ?? '', right)) to += 1;
  return { from, to };
}

function branchesOf(
  original: Tokens,
  { from, to, edits }: Range & { readonly edits: readonly Placed[] },
): readonly Branch[] {
  const text = textBetween(original, from, to);
  const shift = original.starts[from] ?? 0;
  const moved = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - shift, end: edit.span.end - shift },
  }));
  return choices(edits.length).map((made) => {
    const chosen = moved.filter((_, index) => made[index]);
    const tokens = wordsAndSigns(applyEdits(text, chosen));
    return { made, tokens, text: tokens.join('') };
  });
}

/** Every way to make some of the edits, none first and all next. */
function choices(count: number): readonly (readonly boolean[])[] {
  const uniform = [false, true].map((made) => Array<boolean>(count).fill(made));
  if (count === 1 || count > mixedEditsMax) return uniform;
  const all = Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (__, index) => ((bits >> index) & 1) === 1),
  );
  return [...uniform, ...all.slice(1, -1)];
}
