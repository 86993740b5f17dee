import type { TextEdit } from '../edit.ts';
import type { TextSpan } from '../span.ts';
import { type ClientChange, changesOf } from './changes.ts';
import { type Outcome, readText } from './reading.ts';
import { slotsOf } from './slots.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/** The texts of a document that came back, with U+FFFC in place of objects and of what programs fill in by themselves. */
export interface ReturnedTexts {
  /** The original; as long as its text. */
  readonly original: string;
  /** With every change accepted. */
  readonly accepted: string;
  /** With every change rejected that has been tracked since the document first came: the redline's, and the client's. */
  readonly rejected: string;
}

/** What the client made of an edit. One that is `undecided` is still a tracked change. */
export type ClientDecision = 'accepted' | 'rejected' | 'undecided' | 'rewritten';

export interface DecidedEdit {
  readonly edit: TextEdit;
  readonly decision: ClientDecision;
  /** For `rewritten`: the words of the original that it is about, and what the client put there, '' for nothing. */
  readonly rewriting?: { readonly span: TextSpan; readonly text: string };
}

export interface ClientDecisions {
  /** In the order of the edits that were asked about. */
  readonly edits: readonly DecidedEdit[];
  readonly changes: readonly ClientChange[];
}

/**
 * Reads from the texts of a returned document what became of each edit of the original `text`, and what was changed
 * besides. It goes by words alone, so that it does not matter which program saved the document, or how.
 * Undefined when the document is not the one that was sent.
 */
export function readDecisions(
  text: string,
  edits: readonly TextEdit[],
  { original: compared, accepted, rejected }: ReturnedTexts,
): ClientDecisions | undefined {
  if (compared.length !== text.length) throw new Error('the original has another text');
  const original = tokensOf(text, compared);
  const slots = slotsOf(original, edits);
  const now = readText(original, slots, tokensOf(accepted));
  const then = rejected === accepted ? now : readText(original, slots, tokensOf(rejected));
  if (!now || !then) return undefined;
  const results = new Map<number, Omit<DecidedEdit, 'edit'>>();
  now.outcomes.forEach((outcome, index) => {
    outcome.slot.edits.forEach((edit, place) => {
      results.set(edit, resultOf(original, [outcome, then.outcomes[index]], place));
    });
  });
  return {
    // An edit without a slot changes nothing, and so it is there.
    edits: edits.map((edit, index) => ({
      edit,
      ...(results.get(index) ?? { decision: 'accepted' as const }),
    })),
    changes: changesOf(original, now, then),
  };
}

/** `now` is the outcome with all changes accepted, `then` the one with all rejected. */
function resultOf(
  original: Tokens,
  [now, then]: readonly [Outcome, Outcome | undefined],
  place: number,
): Omit<DecidedEdit, 'edit'> {
  const made = now.made?.[place];
  if (made === false) return { decision: 'rejected' };
  if (made) return { decision: then?.made?.[place] === true ? 'accepted' : 'undecided' };
  const { from, to } = now.slot;
  return { decision: 'rewritten', rewriting: { span: spanOf(original, from, to), text: now.text } };
}

function spanOf({ starts }: Tokens, from: number, to: number): TextSpan {
  return { start: starts[from] ?? 0, end: starts[to] ?? 0 };
}
