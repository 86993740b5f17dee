import type { TextEdit } from '../core/edit.ts';
import { appliedEdits } from '../core/finding.ts';
import type { Revision } from '../job/job.ts';
import type { QueryRecord, ReturnRecord, ReviewReads } from '../job/reviews.ts';

/** What the ledger says of a document's final text. */
export interface FinalWord {
  /** All edits that lead from the original to it. */
  readonly edits: readonly TextEdit[];
  /** Those among them that are the client's own. */
  readonly own: readonly TextEdit[];
  /** Queries that nobody answered yet. */
  readonly open: readonly QueryRecord[];
  /** The newest return of the document. */
  readonly newest?: ReturnRecord;
}

/** The accepted corrections and the client's own changes, as the answers to queries left them. */
export async function finalWord(
  { id, job }: Pick<Revision, 'id' | 'job'>,
  ledger: Pick<ReviewReads, 'proposals' | 'returns' | 'queries'>,
): Promise<FinalWord> {
  const accepted = appliedEdits((await ledger.proposals(id)).map(({ finding }) => finding));
  const newest = (await ledger.returns(job.id)).findLast(({ revisionId }) => revisionId === id);
  if (!newest) return { edits: accepted, own: [], open: [] };
  const asked = (await ledger.queries({ jobId: job.id })).filter(
    ({ returnSeq }) => returnSeq === newest.seq,
  );
  const own = newest.changes.map((change) => {
    const better = asked.find(
      ({ kind, answer, edit }) => kind === 'wording' && answer === 'yes' && samePlace(edit, change),
    );
    return better?.wording ?? better?.edit ?? change;
  });
  const worded = asked.flatMap(({ kind, wording }) =>
    kind === 'left-open' && wording ? [wording] : [],
  );
  const open = asked.filter(({ answer }) => answer === undefined);
  const all = [...own, ...worded].filter(({ before, after }) => before !== after);
  return { edits: [...accepted, ...all], own: all, open, newest };
}

function samePlace({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start === b.start && a.end === b.end;
}
