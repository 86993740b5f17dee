import type { ClientName, ContentHash, Revision } from '../../job/job.ts';
import { folded, selectRevisions } from './revisions.ts';
import type { Db } from './tables.ts';

/** A file as it came in: where, with which content, under which profile. */
export interface KnownBy {
  readonly client: ClientName;
  readonly folder: string;
  readonly path: string;
  readonly original: ContentHash;
  readonly profile: string;
}

/**
 * The newest revision that the same file made, unless it was withdrawn or superseded: a client who sends
 * a first version again after a second wants the first one back, and has not had it.
 */
export async function sameBefore(db: Db, file: KnownBy): Promise<Revision | undefined> {
  const rows = await selectRevisions(db)
    .where('revisions.id', '=', (eb) =>
      eb
        .selectFrom('artifacts as originals')
        .innerJoin('revisions as candidates', 'candidates.id', 'originals.revision_id')
        .innerJoin('documents as places', 'places.id', 'candidates.document_id')
        .select('candidates.id')
        .where('originals.hash', '=', file.original)
        .where('originals.kind', '=', 'original')
        .where('places.client', '=', file.client)
        .where('places.folder', '=', file.folder)
        .where('places.path', '=', file.path)
        .where('candidates.profile', '=', file.profile)
        .where('candidates.state', 'not in', ['withdrawn', 'superseded'])
        .orderBy('candidates.number', 'desc')
        .limit(1),
    )
    .execute();
  return folded(rows)[0];
}
