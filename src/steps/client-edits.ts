import type { ClientDecisions } from '../core/decisions/decisions.ts';
import { blockIndexAt, type Document, touchesFrozen } from '../core/document.ts';
import { type TextEdit, trimEdit } from '../core/edit.ts';
import { overlaps } from '../core/span.ts';
import type { ClientVerdict, NewQuery, Proposal } from '../job/reviews.ts';

/** What a returned file comes to: decisions, the client's own changes, and what must be asked. */
export interface SortedReturn {
  readonly verdicts: readonly ClientVerdict[];
  readonly changes: readonly TextEdit[];
  readonly queries: readonly NewQuery[];
}

/**
 * Sorts what the client made of the proposals. Nothing is guessed: what was left open, and a change that cannot be made
 * by itself, becomes a query.
 */
export function sortedReturn(
  document: Document,
  proposals: readonly Proposal[],
  { edits, changes }: ClientDecisions,
): SortedReturn {
  const verdicts: ClientVerdict[] = [];
  const queries: NewQuery[] = [];
  const standing: TextEdit[] = [];
  const own = new Map<string, TextEdit>();
  edits.forEach(({ edit, decision, rewriting }, index) => {
    const findingId = proposals[index]?.id;
    if (findingId === undefined) throw new Error('a decision on something that was not proposed');
    if (decision === 'accepted' || decision === 'undecided') standing.push(edit);
    if (decision === 'undecided') {
      const note = 'The client left this correction open. Should it be made?';
      queries.push({ kind: 'left-open', edit, makeable: true, note, findingId });
    } else verdicts.push({ findingId, ...verdictOf[decision] });
    if (!rewriting) return;
    const { span, text } = rewriting;
    const before = document.text.slice(span.start, span.end);
    own.set(`${span.start} ${span.end}`, trimEdit({ span, before, after: text }));
  });
  const made: TextEdit[] = [];
  for (const edit of [...own.values(), ...changes.map(plainEdit)]) {
    if (edit.before === edit.after || isOfTheProgram(edit, document)) continue;
    const why = hindrance(edit, document, [...standing, ...made]);
    if (why === undefined) made.push(edit);
    else queries.push({ kind: 'change', edit, makeable: false, note: why });
  }
  return { verdicts, changes: made, queries };
}

/**
 * Whether a change is the doing of the program that saved the file: paragraphs without text come and go, and headers and
 * footers that no page shows are left out. Nobody can be asked about what nobody did; the final copy has them as they were.
 */
function isOfTheProgram({ span, before, after }: TextEdit, { blocks, text }: Document): boolean {
  if (after.trim() !== '' || !`${before}${after}`.includes('\n')) return false;
  if (before.trim() === '') {
    const left = /\s*$/.exec(text.slice(0, span.start))?.[0] ?? '';
    const right = /^\s*/.exec(text.slice(span.end))?.[0] ?? '';
    const isAtEdge = left.length === span.start || span.end + right.length === text.length;
    // Otherwise two paragraphs were made one, or one two.
    return (
      isAtEdge || (`${left}${before}${right}`.includes('\n') && /\n/.test(left + after + right))
    );
  }
  const start = span.start + before.length - before.trimStart().length;
  const end = span.start + before.trimEnd().length;
  return blocks
    .filter((block) => block.span.start < end && block.span.end > start)
    .every(
      ({ kind, span: own }) => kind === 'header-footer' && own.start >= start && own.end <= end,
    );
}

const verdictOf = {
  accepted: { decision: 'applied', reason: 'The client accepted it.' },
  rejected: { decision: 'noted', reason: 'The client rejected it.' },
  rewritten: { decision: 'noted', reason: 'The client wrote something else.' },
} as const;

function plainEdit({ span, before, after }: TextEdit): TextEdit {
  return { span, before, after };
}

/** Why an edit cannot be made beside others, as a sentence; undefined when it can. */
export function hindrance(
  { span, before, after }: TextEdit,
  document: Document,
  others: readonly TextEdit[],
): string | undefined {
  const block = document.blocks[blockIndexAt(document, span) ?? -1];
  if (!block || (after.includes('\n') && !before.includes('\n'))) {
    return 'The change reaches over a paragraph or a line.';
  }
  if (touchesFrozen(block, span) || /[\uFFFC\p{Cc}]/u.test(after.replace(/[\t\n]/g, ''))) {
    return 'The change touches something that is not plain text.';
  }
  if (others.some((other) => overlaps(other.span, span))) {
    return 'The change touches a correction.';
  }
  const { characters } = document;
  const lacking = Array.from(after).find(
    (one) => one > '\u007F' && characters?.includes(one) === false,
  );
  if (lacking !== undefined) return `The encoding of the file does not have “${lacking}”.`;
  return undefined;
}
