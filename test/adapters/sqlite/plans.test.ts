import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/ports.ts';
import {
  claimed,
  clientNamed,
  deliver,
  hashNamed,
  quarantine,
  receive,
  receiveWithTask,
  second,
} from '../../ports/ledger/setting.ts';
import { temporaryFolder } from './folder.ts';
import { openByHand } from './foundation.ts';
import { newId } from './new-id.ts';

const folder = temporaryFolder();

/** Reading a whole table, or the whole of an index over one. */
const fullScan = /^SCAN /;

/** What is read as a whole, and in which statement: where all of it is asked for, or where there is never much. */
const allowed = [
  { step: /^SCAN clients USING COVERING INDEX \w+$/, statement: /^update "tasks" set "state"/ },
  { step: /^SCAN intents$/, statement: /^select \* from "intents"/ },
  { step: /^SCAN jobs$/, statement: /^select "id", "client", "name".* from "jobs" order by/ },
  { step: /^SCAN jobs USING INDEX jobs_gathering$/, statement: /from "jobs" where "state" = / },
  { step: /^SCAN reviews USING INDEX reviews_going_on$/, statement: /<> 'closed'/ },
  { step: /^SCAN revisions USING INDEX revisions_quarantined$/, statement: /= 'quarantined'/ },
  {
    step: /^SCAN revisions USING COVERING INDEX revisions_job$/,
    statement: /group by "job_id", "state"$/,
  },
  { step: /^SCAN tasks$/, statement: /"due_at" is not null order by "run_at", "seq"( limit \?)?$/ },
  {
    step: /^SCAN tasks USING COVERING INDEX tasks_due_of_client$/,
    statement: /^select count\(\*\)/,
  },
  { step: /^SCAN events$/, statement: /from "events" order by "seq"( desc limit \?)?$/ },
  {
    step: /^SCAN invoice_tasks( USING INDEX \w+)?$/,
    statement: /from "invoice_tasks" inner join "jobs".* order by "queued_at"/,
  },
  // Once in the life of a ledger, when it is migrated.
  { step: /^SCAN invoices$/, statement: /^select "number", .* from "invoices" where "kind" = \?$/ },
];

describe('the plans of all statements', () => {
  it('find rows by an index', async () => {
    const statements = new Set<string>();
    const { ledger, connection } = await openByHand(join(folder, `${newId()}.sqlite`), (event) => {
      if (/^(select|update|delete)/.test(event.query.sql)) statements.add(event.query.sql);
    });
    await useAllOfIt(ledger);
    const surprises = [...statements]
      .filter((statement) => !/kysely_|sqlite_master/.test(statement))
      .flatMap((statement) => {
        return stepsOf(connection, statement)
          .filter((step) => fullScan.test(step) && !isAllowed(step, statement))
          .map((step) => `${step} in ${statement}`);
      });
    expect(surprises).toEqual([]);
    expect(statements.size).toBeGreaterThan(35);
    await ledger.close();
  });

  it('sort nothing when a task is claimed but the first of each client', async () => {
    const statements: string[] = [];
    const { ledger, connection } = await openByHand(join(folder, `${newId()}.sqlite`), (event) =>
      statements.push(event.query.sql),
    );
    await ledger.claim(second(0), 1000);
    const steps = stepsOf(connection, statements.at(-1) ?? '');
    expect(steps).toContain(
      'SEARCH tasks USING COVERING INDEX tasks_due_of_client (client=? AND due_at<?)',
    );
    expect(steps).toContain(
      'SEARCH tasks USING COVERING INDEX tasks_in_hand (client=? AND due_at>?)',
    );
    expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toHaveLength(1);
    await ledger.close();
  });
});

function stepsOf(connection: DatabaseSync, statement: string): readonly string[] {
  const plan = connection.prepare(`explain query plan ${statement}`).all();
  return plan.map(({ detail }) => String(detail));
}

function isAllowed(step: string, statement: string): boolean {
  return allowed.some((rule) => rule.step.test(step) && rule.statement.test(statement));
}

async function useAllOfIt(ledger: Ledger): Promise<void> {
  const first = await receiveWithTask(ledger);
  const { job } = first;
  const intentFile = { client: job.client, folder: 'f', bare: true, path: 'p', inboxPath: 'i' };
  const intent = { id: 'i', file: { ...intentFile, inode: '1', sizeBytes: 1 }, workPath: 'w' };
  await ledger.transaction((tx) => tx.addIntent(intent, second(0)));
  await ledger.transaction((tx) => tx.removeIntent('i'));
  await ledger.intents();
  const lease = await claimed(ledger, second(1));
  await ledger.heartbeat(lease, second(2), 1000);
  await ledger.transaction((tx) => tx.retryLater(lease, second(2), 'oh'));
  const again = await claimed(ledger, second(3));
  await ledger.transaction((tx) => tx.bury(again, 'oh'));
  await quarantine(ledger, first);
  await ledger.retry({}, second(4));
  await ledger.retry({ revisionId: first.id }, second(4));
  const last = await claimed(ledger, second(5));
  await ledger.transaction((tx) => tx.complete(last));
  await ledger.transaction((tx) => tx.putFindings(first.id, [], second(5)));
  await ledger.transaction((tx) => tx.putArtifact(first.id, 'extract', hashNamed('e')));
  await ledger.findings(first.id);
  await deliver(ledger, first);
  const next = await receive(ledger, { original: 'hash-b' });
  await ledger.transaction(async (tx) => {
    await tx.closeJob(job.id, 'once', second(6));
    await tx.markDelivered(job.id);
    await tx.job(job.id);
    await tx.billedBefore(job.client, hashNamed('hash-a'), job.id);
  });
  await ledger.sameBefore({
    client: clientNamed('acme'),
    folder: 'letters',
    path: 'a.docx',
    original: hashNamed('hash-b'),
    profile: next.profile,
  });
  await ledger.revisionsOf(job.id);
  await ledger.gatheringJobs();
  await ledger.pending();
  await ledger.status();
}
