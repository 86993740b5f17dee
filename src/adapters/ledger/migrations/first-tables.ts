import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { makeArtifacts, makeDocuments, makeRevisions } from './first-documents.ts';
import { makeDecisions, makeFindings } from './first-findings.ts';
import { makeJobs } from './first-jobs.ts';
import { makeEvents, makeIntents, makeInvoiceTasks, makeTasks } from './first-queue.ts';

/** The tables of the first version, each after those it points at. */
export function firstTables(flavour: Flavour): Migration {
  return {
    async up(db) {
      await makeJobs(db, flavour);
      await makeDocuments(db, flavour);
      await makeRevisions(db, flavour);
      await makeArtifacts(db, flavour);
      await makeFindings(db, flavour);
      await makeDecisions(db, flavour);
      await makeTasks(db, flavour);
      await makeInvoiceTasks(db, flavour);
      await makeIntents(db, flavour);
      await makeEvents(db, flavour);
    },
  };
}
