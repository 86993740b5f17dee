import type { ReviewReads, ReviewWrites } from '../../job/reviews.ts';
import { acceptedRevisions, acceptRevision, placed, putPlaced } from './acceptances.ts';
import { answerQuery, queries } from './queries.ts';
import {
  addReturn,
  addVerdicts,
  jobCalled,
  lastRounds,
  proposals,
  putRound,
  returns,
  rounds,
} from './reviews.ts';
import type { Db } from './tables.ts';

/** What of reviews may be done within a transaction. */
export function reviewWrites(tx: Db): ReviewWrites {
  return {
    jobCalled: (client, name) => jobCalled(tx, client, name),
    rounds: (jobId) => rounds(tx, jobId),
    lastRounds: () => lastRounds(tx),
    proposals: (revisionId) => proposals(tx, revisionId),
    returns: (jobId) => returns(tx, jobId),
    queries: (which) => queries(tx, which),
    acceptedRevisions: (jobId) => acceptedRevisions(tx, jobId),
    placed: (revisionId) => placed(tx, revisionId),
    putRound: (round) => putRound(tx, round),
    addReturn: (fresh) => addReturn(tx, fresh),
    addVerdicts: (verdicts, at) => addVerdicts(tx, verdicts, at),
    answerQuery: (id, given) => answerQuery(tx, id, given),
    acceptRevision: (revisionId, given) => acceptRevision(tx, revisionId, given),
    putPlaced: (revisionId, kind, path) => putPlaced(tx, revisionId, { kind, path }),
  };
}

/** What of reviews may be asked outside of transactions. */
export function reviewReads(outside: () => Db): ReviewReads {
  return {
    jobCalled: async (client, name) => jobCalled(outside(), client, name),
    rounds: async (jobId) => rounds(outside(), jobId),
    lastRounds: async () => lastRounds(outside()),
    proposals: async (revisionId) => proposals(outside(), revisionId),
    returns: async (jobId) => returns(outside(), jobId),
    queries: async (which) => queries(outside(), which),
    acceptedRevisions: async (jobId) => acceptedRevisions(outside(), jobId),
    placed: async (revisionId) => placed(outside(), revisionId),
  };
}
