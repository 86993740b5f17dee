import type { Generated } from 'kysely';
import type { ContentHash, JobId, RevisionId } from '../../job/job.ts';
import type { PlacedKind, QueryAnswer, QueryKind, RoundState } from '../../job/reviews.ts';

/** The tables of reviews. */
export interface ReviewTables {
  readonly reviews: ReviewsTable;
  readonly returns: ReturnsTable;
  readonly queries: QueriesTable;
  readonly acceptances: AcceptancesTable;
  readonly placed: PlacedTable;
}

interface ReviewsTable {
  job_id: JobId;
  round: number;
  state: RoundState;
  opened_at: string;
  returned_at: string | null;
  closed_at: string | null;
  closed_by: string | null;
  minutes: number;
}

/** What a file that came back says of one document. `changes` is a JSON list of edits of the original. */
interface ReturnsTable {
  seq: Generated<number>;
  job_id: JobId;
  round: number;
  revision_id: RevisionId;
  path: string;
  hash: ContentHash;
  changes: string;
  at: string;
}

interface QueriesTable {
  seq: Generated<number>;
  return_seq: number;
  kind: QueryKind;
  finding_id: string | null;
  /** JSON. */
  edit: string;
  makeable: 0 | 1;
  note: string;
  answer: QueryAnswer | null;
  /** JSON. */
  wording: string | null;
  answered_by: string | null;
  answered_at: string | null;
}

interface AcceptancesTable {
  revision_id: RevisionId;
  accepted_by: string;
  at: string;
}

/** Where in the outbox a file of a document lies, relative to the desk. */
interface PlacedTable {
  revision_id: RevisionId;
  kind: PlacedKind;
  path: string;
}
