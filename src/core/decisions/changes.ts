import { type TextEdit, trimEdit } from '../edit.ts';
import type { Difference, TextReading } from './reading.ts';
import { objectSign, type Tokens, textBetween } from './tokens.ts';

/** Something that the client changed besides; its span is one of the original text. */
export interface ClientChange extends TextEdit {
  /** Whether it stands in the returned file as a tracked change. */
  readonly tracked: boolean;
}

/**
 * The differences that no edit accounts for, as a person would tell them: neighbours in one, nothing in it that is the
 * same on both sides, and whole sentences where they can be seen that way. What is there also with all changes
 * rejected, the client made without a trace.
 */
export function changesOf(
  original: Tokens,
  now: TextReading,
  then: TextReading,
): readonly ClientChange[] {
  const silent = new Set(then.differences.map(keyOf));
  const places = new Set(now.outcomes.flatMap(({ slot }) => [slot.from, slot.to]));
  const joined: (Difference & { readonly tracked: boolean })[] = [];
  for (const difference of now.differences) {
    const tracked = !silent.has(keyOf(difference));
    const last = joined.at(-1);
    const isNear = last?.tracked === tracked && isNextTo(original, last, difference);
    if (last && isNear && !places.has(last.to) && !places.has(difference.from)) {
      const text = `${last.text} ${difference.text}`;
      joined.splice(-1, 1, { from: last.from, to: difference.to, text, tracked });
    } else joined.push({ ...difference, tracked });
  }
  const slotEnds = new Set([...places].map((at) => original.starts[at] ?? 0));
  return joined.flatMap((difference, index) => {
    const around = [joined[index - 1]?.to, joined[index + 1]?.from];
    const isEnd = (at: number): boolean =>
      slotEnds.has(at) || around.some((each) => each !== undefined && original.starts[each] === at);
    const change = changeOf(original, difference, isEnd);
    return change ? [{ ...change, tracked: difference.tracked }] : [];
  });
}

function keyOf({ from, to, text }: Difference): string {
  return `${from} ${to} ${text}`;
}

/** Whether nothing but a space stands between two differences. */
function isNextTo({ tokens }: Tokens, left: Difference, right: Difference): boolean {
  return right.from === left.to + 1 && tokens[left.to] === ' ';
}

/** Pictures and fields come and go as programs please, and are no text. */
function changeOf(
  original: Tokens,
  { from, to, text }: Difference,
  isEnd: (at: number) => boolean,
): TextEdit | undefined {
  const compared = original.tokens.slice(from, to).join('');
  if (withoutObjects(compared) === withoutObjects(text)) return undefined;
  const span = { start: original.starts[from] ?? 0, end: original.starts[to] ?? 0 };
  const trimmed = trimEdit({ span, before: textBetween(original, from, to), after: text });
  return trimmed.before === '' ? wellPlaced(original.text, trimmed, isEnd) : trimmed;
}

function withoutObjects(text: string): string {
  return text.replaceAll(objectSign, '');
}

/**
 * What was added may often stand in several places: after `One.`, both ` Two.` and, one sign earlier, `. Two`.
 * It does not go past a place where another change ends.
 */
function wellPlaced(text: string, insertion: TextEdit, isEnd: (at: number) => boolean): TextEdit {
  let best = insertion;
  for (const slid of [slidLeft, slidRight]) {
    let next: TextEdit | undefined = insertion;
    for (let steps = 0; next && steps < slideMax && !isEnd(next.span.start); steps += 1) {
      next = slid(text, next);
      if (next && worthOf(text, next) > worthOf(text, best)) best = next;
    }
  }
  return best;
}

/** A sentence may be moved by a word or two; text that repeats itself for longer is no sentence. */
const slideMax = 40;

function slidLeft(text: string, { span, after }: TextEdit): TextEdit | undefined {
  const at = span.start - 1;
  if (at < 0 || text[at] !== after.at(-1)) return undefined;
  return { span: { start: at, end: at }, before: '', after: text.charAt(at) + after.slice(0, -1) };
}

function slidRight(text: string, { span, after }: TextEdit): TextEdit | undefined {
  const at = span.start + 1;
  if (text[span.start] !== after[0]) return undefined;
  return { span: { start: at, end: at }, before: '', after: after.slice(1) + after.charAt(0) };
}

/** Best between two sentences or paragraphs, else between two words; the space stands before what is added. */
function worthOf(text: string, { span, after }: TextEdit): number {
  const before = text.slice(Math.max(0, span.start - 1), span.start);
  const [first, last] = [after.slice(0, 1), after.slice(-1)];
  const isSentence = /^(?:|[.!?…:”"’)\n])$/.test(before) && /[.!?…:”"’)\n]/.test(last);
  const isWord = !/\p{L}/u.test(first) || !/\p{L}/u.test(before);
  return (isSentence ? 4 : 0) + (isWord ? 2 : 0) + (/\s/.test(first) ? 1 : 0);
}
