import { z } from 'zod';
import type { Document } from '../core/document.ts';
import { type TextEdit, trimEdit } from '../core/edit.ts';
import { withNeighbours } from '../core/in-words.ts';
import { overlaps } from '../core/span.ts';
import type { ClientVerdict, NewQuery, Proposal } from '../job/reviews.ts';
import { DeskProblem } from '../job/trouble.ts';
import { hindrance, type SortedReturn } from './client-edits.ts';
import { clientFileOf } from './client-file.ts';

const numbers = z.union([z.literal('all'), z.array(z.int().min(1))]);

const decisionsFile = z.strictObject({
  /** Which document it is about; it may be left out where the job has one, or where all is accepted. */
  document: z.string().optional(),
  accept: numbers.default([]),
  reject: numbers.default([]),
  /** What the client wants instead, by number. */
  rewrite: z.record(z.string().regex(/^[1-9]\d*$/), z.string()).default({}),
});

export type DecisionsFile = z.infer<typeof decisionsFile>;

export function isDecisionsFile(path: string): boolean {
  return /(?:^|\/)decisions\.ya?ml$/i.test(path);
}

/** Reads `decisions.yaml`. Throws DeskProblem with what is wrong with it. */
export function parseDecisions(bytes: Uint8Array): DecisionsFile {
  const file = clientFileOf(bytes, 'decisions.yaml', decisionsFile);
  const { accept, reject, rewrite } = file;
  if (accept === 'all' && reject === 'all') {
    throw new DeskProblem('decisions.yaml accepts all and rejects all.');
  }
  const named = [...listed(accept), ...listed(reject), ...Object.keys(rewrite).map(Number)];
  const twice = named.find((number, index) => named.indexOf(number) !== index);
  if (twice === undefined) return file;
  throw new DeskProblem(`decisions.yaml decides on ${twice} more than once.`);
}

function listed(which: 'all' | readonly number[]): readonly number[] {
  return which === 'all' ? [] : which;
}

/** What is known before the file is read: earlier words of the client stand. */
export interface Standing {
  readonly document: Document;
  readonly proposals: readonly Proposal[];
  readonly own: readonly TextEdit[];
  /** Whether the client decided on the document in an earlier return. */
  readonly decided: boolean;
}

/** What a decisions file comes to for one document; numbers are those of its report. Throws DeskProblem. */
export function sortedDecisions(file: DecisionsFile, standing: Standing): SortedReturn {
  const numbered = byPlace(standing.proposals);
  refuseUnknown(file, numbered);
  const verdicts: ClientVerdict[] = [];
  const queries: NewQuery[] = [];
  const accepted: TextEdit[] = [];
  const fresh: TextEdit[] = [];
  numbered.forEach((proposal, index) => {
    const [edit] = proposal.finding.corrections;
    const word = wordOn(index + 1, proposal, file);
    const { id: findingId } = proposal;
    if (edit === undefined || word === undefined) return;
    if (word === 'accept') {
      accepted.push(edit);
      verdicts.push({ findingId, decision: 'applied', reason: 'The client accepted it.' });
    } else if (word === 'reject') {
      verdicts.push({ findingId, decision: 'noted', reason: 'The client rejected it.' });
    } else if (word === 'left-open') {
      accepted.push(edit);
      if (standing.decided) return;
      const note = 'The client’s decisions do not name this correction. Should it be made?';
      queries.push({ kind: 'left-open', edit, makeable: true, note, findingId });
    } else {
      const wording = rewritten(edit, word.text, standing.document);
      if (wording) fresh.push(wording);
      verdicts.push({ findingId, decision: 'noted', reason: 'The client wrote something else.' });
    }
  });
  refuseOverlaps(accepted);
  const changes: TextEdit[] = [];
  for (const edit of [...fresh, ...standing.own]) {
    const why = hindrance(edit, standing.document, [...accepted, ...changes]);
    if (why === undefined) changes.push(edit);
    else queries.push({ kind: 'change', edit, makeable: false, note: why });
  }
  return { verdicts, changes, queries };
}

/** The client's words in the place of those that the report lists under the number; undefined where they are the same. */
function rewritten(edit: TextEdit, text: string, { text: all }: Document): TextEdit | undefined {
  const shown = withNeighbours(edit, all);
  return text === shown.before ? undefined : trimEdit({ ...shown, after: text });
}

/** In the order of the report. */
function byPlace(proposals: readonly Proposal[]): readonly Proposal[] {
  const spanOf = ({ finding }: Proposal) => finding.corrections[0]?.span ?? finding.span;
  return proposals.toSorted(
    (a, b) => spanOf(a).start - spanOf(b).start || spanOf(a).end - spanOf(b).end,
  );
}

type Word = 'accept' | 'reject' | 'left-open' | { readonly text: string } | undefined;

function wordOn(number: number, { finding }: Proposal, file: DecisionsFile): Word {
  const { accept, reject, rewrite } = file;
  const text = rewrite[String(number)];
  if (text !== undefined) return { text };
  if (listed(accept).includes(number)) return 'accept';
  if (listed(reject).includes(number)) return 'reject';
  if (finding.decision !== 'applied') return undefined;
  if (accept === 'all') return 'accept';
  return reject === 'all' ? 'reject' : 'left-open';
}

function refuseUnknown(
  { accept, reject, rewrite }: DecisionsFile,
  numbered: readonly Proposal[],
): void {
  const wanted = [...listed(accept), ...Object.keys(rewrite).map(Number)];
  for (const number of [...wanted, ...listed(reject)]) {
    const proposal = numbered[number - 1];
    if (!proposal) throw new DeskProblem(`There is no number ${number} in the report.`);
    if (proposal.finding.corrections.length > 0 || !wanted.includes(number)) continue;
    throw new DeskProblem(`Number ${number} is a remark; there is nothing in it to make.`);
  }
}

function refuseOverlaps(edits: readonly TextEdit[]): void {
  const clash = edits.find((edit, index) =>
    edits.slice(index + 1).some((other) => overlaps(edit.span, other.span)),
  );
  if (!clash) return;
  throw new DeskProblem(
    `Two accepted corrections are of the same words, “${clash.before}”. Accept one of them.`,
  );
}
