import { trimEdit } from '../core/edit.ts';
import { inWholeWords } from '../core/in-words.ts';
import type { QueryRecord } from '../job/reviews.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { ContentStore, Ledger, LedgerWrites } from '../ports.ts';
import { extractedOf } from './artifacts.ts';
import { hindrance } from './client-edits.ts';
import { finalWord } from './final-edits.ts';

/** Queries as a person is asked them: each edit over whole words. */
export async function asked(
  queries: readonly QueryRecord[],
  { ledger, store }: { readonly ledger: Pick<Ledger, 'revisionsOf'>; readonly store: ContentStore },
): Promise<readonly QueryRecord[]> {
  const readable = new Map<number, QueryRecord>();
  for (const [jobId, ofJob] of Map.groupBy(queries, (one) => one.jobId)) {
    const revisions = await ledger.revisionsOf(jobId);
    for (const [path, ofDocument] of Map.groupBy(ofJob, (one) => one.path)) {
      const revision = revisions.find((one) => one.path === path);
      if (!revision?.artifacts.extract) continue;
      const { document } = await extractedOf(store, revision);
      for (const one of ofDocument) {
        readable.set(one.id, { ...one, edit: inWholeWords(one.edit, document) });
      }
    }
  }
  return queries.map((one) => readable.get(one.id) ?? one);
}

/**
 * The answer to a query in the client's own words, which take the place of the words that were asked about.
 * Throws DeskProblem when they cannot be put there.
 */
export async function wordingFor(
  query: QueryRecord,
  text: string,
  { tx, store }: { readonly tx: LedgerWrites; readonly store: ContentStore },
) {
  const revision = (await tx.revisionsOf(query.jobId)).find(({ path }) => path === query.path);
  if (!revision) throw new DeskProblem(`The document of query ${query.id} is no longer there.`);
  const { document } = await extractedOf(store, revision);
  const { edits } = await finalWord(revision, tx);
  const { start, end } = query.edit.span;
  const others = edits.filter(({ span }) => span.start !== start || span.end !== end);
  const wording = trimEdit({ ...inWholeWords(query.edit, document), after: text });
  const why = hindrance(wording, document, others);
  if (why === undefined) return wording;
  throw new DeskProblem(
    `Query ${query.id} cannot be answered with these words. ${why} Answer yes or no, or let the client send the passage in the document.`,
  );
}
