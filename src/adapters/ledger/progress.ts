import type { ArtifactKind, ContentHash, DocumentState, RevisionId } from '../../job/job.ts';
import type { LedgerEvent } from '../../job/records.ts';
import { lastRecord } from './audit.ts';
import { digestOf, newSalt, sealOf } from './audit-chain.ts';
import type { Db } from './tables.ts';

/** From which state to which, and what was learnt on the way. */
export interface Move {
  readonly revisionId: RevisionId;
  readonly from: DocumentState;
  readonly to: DocumentState;
  readonly words?: number;
  readonly failure?: { readonly code: string; readonly detail: string };
}

/** Moves a revision on if it is where it is thought to be. */
export async function advance(db: Db, move: Move): Promise<boolean> {
  const { revisionId, from, to, words, failure } = move;
  const { numUpdatedRows } = await db
    .updateTable('revisions')
    .set({
      state: to,
      ...(words !== undefined && { words }),
      ...(failure && { failure_code: failure.code, failure_detail: failure.detail }),
    })
    .where('id', '=', revisionId)
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Records what a step made; a step that runs again replaces it. */
export async function putArtifact(db: Db, artifact: Artifact): Promise<void> {
  const { revisionId, kind, hash } = artifact;
  await db
    .insertInto('artifacts')
    .values({ revision_id: revisionId, kind, hash })
    .onConflict((conflict) => conflict.columns(['revision_id', 'kind']).doUpdateSet({ hash }))
    .execute();
}

export interface Artifact {
  readonly revisionId: RevisionId;
  readonly kind: ArtifactKind;
  readonly hash: ContentHash;
}

/** Adds a record to the audit trail, sealed onto the one before it, in the transaction of what it tells. */
export async function addEvent(db: Db, event: LedgerEvent): Promise<void> {
  const { code, at, jobId = null, revisionId = null } = event;
  const data = event.data ? JSON.stringify(event.data) : null;
  const salt = data === null ? null : newSalt();
  const dataDigest = salt === null || data === null ? null : digestOf(salt, data);
  const before = (await lastRecord(db))?.seal ?? '';
  await db
    .insertInto('events')
    .values({
      code,
      at,
      job_id: jobId,
      revision_id: revisionId,
      data,
      data_salt: salt,
      data_digest: dataDigest,
      seal: sealOf(before, { code, at, jobId, revisionId, dataDigest }),
    })
    .execute();
}
