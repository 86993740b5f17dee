import { AsyncLocalStorage } from 'node:async_hooks';
import type { QueueReads } from '../../job/records.ts';
import type { Ledger, LedgerWrites } from '../../ports.ts';
import { auditHead, checkAudit } from './audit.ts';
import { invoiceTasks } from './billing.ts';
import { mendTimes } from './clock-mending.ts';
import { creditMoves } from './credits.ts';
import { allocations, bankEntries, paidAmounts, receipts } from './deposits.ts';
import { erasureReads } from './erasures.ts';
import { findings } from './findings.ts';
import { hourReads } from './hours.ts';
import { instant, later } from './instants.ts';
import { intents } from './intake.ts';
import { invoices } from './invoices.ts';
import { gatheringJobs } from './jobs.ts';
import { clientEvents, eventsCalled, lastStatementAt, messages, untoldEvents } from './messages.ts';
import { type Mint, mintFrom } from './mint.ts';
import { claim, freeLeases, heartbeat, queueReads } from './queue.ts';
import { jobsAwaitingApproval, quotes } from './quotes.ts';
import { retry } from './retry.ts';
import { reviewReads } from './review-writes.ts';
import { allRevisions, passedOver, revision, revisionsOf } from './revisions.ts';
import { sameBefore } from './same-before.ts';
import { status } from './status.ts';
import type { Db } from './tables.ts';
import { ledgerWrites } from './writes.ts';

/** What the ledger stands on; a database gives what differs from others. */
export interface Foundation {
  /** Its transactions are durable once committed and see no other's half-done work. */
  readonly db: Db;
  readonly newId: () => string;
  checkIntegrity(): Promise<string | undefined>;
  /** Leaves nothing of what was deleted outside of the database's main file. */
  foldLog(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The ledger over any database that Kysely speaks to.
 * Within the work of a transaction only the transaction may be used. The ledger outside waits for that very
 * transaction to end, so a call to it from within would wait for ever; it throws instead.
 */
export function ledgerOver(foundation: Foundation): Ledger {
  const mint = mintFrom(foundation.newId);
  const { outside, transaction } = fencedOff(foundation.db, mint);
  const atOneInstant = <T>(look: (tx: Db) => Promise<T>): Promise<T> =>
    outside().transaction().setAccessMode('read only').execute(look);
  return {
    transaction,
    intents: async () => intents(outside()),
    revision: async (id) => revision(outside(), id),
    sameBefore: async (file) => sameBefore(outside(), file),
    gatheringJobs: async () => gatheringJobs(outside()),
    revisionsOf: async (jobId) => revisionsOf(outside(), jobId),
    allRevisions: async () => allRevisions(outside()),
    passedOver: async () => passedOver(outside()),
    findings: async (revisionId) => findings(outside(), revisionId),
    status: async () => atOneInstant(status),
    invoiceTasks: async (which) => invoiceTasks(outside(), which),
    invoices: async (which) => invoices(outside(), which),
    ...depositReads(outside),
    quotes: async (which) => quotes(outside(), which),
    jobsAwaitingApproval: async () => jobsAwaitingApproval(outside()),
    ...reviewReads(outside),
    auditHead: async () => auditHead(outside()),
    checkAudit: async (noted) => atOneInstant((tx) => checkAudit(tx, noted)),
    mendTimes: async (now) =>
      outside()
        .transaction()
        .execute((tx) => mendTimes(tx, now)),
    ...erasureReads(outside),
    ...hourReads(outside),
    messages: async (which) => messages(outside(), which),
    untoldEvents: async (limit) => untoldEvents(outside(), limit),
    clientEvents: async (client, limit) => clientEvents(outside(), client, limit),
    eventsCalled: async (code, jobId) => eventsCalled(outside(), code, jobId),
    lastStatementAt: async () => lastStatementAt(outside()),
    ...queueOf(outside, mint),
    retry: async ({ revisionId }, at) => {
      const again = { revisionId, at: instant(at) };
      return outside()
        .transaction()
        .execute((tx) => retry(tx, again, mint));
    },
    checkIntegrity: async () => outside() && foundation.checkIntegrity(),
    foldLog: async () => outside() && foundation.foldLog(),
    close: async () => outside() && foundation.close(),
  };
}

function queueOf(
  outside: () => Db,
  mint: Mint,
): Pick<Ledger, 'claim' | 'heartbeat' | 'freeLeases' | keyof QueueReads> {
  return {
    claim: async (now, leaseMs) => claim(outside(), { now, leaseMs, token: mint() }),
    heartbeat: async (lease, now, leaseMs) => heartbeat(outside(), lease, later(now, leaseMs)),
    freeLeases: async () => freeLeases(outside()),
    ...queueReads(outside),
  };
}

/** What is read of deposits and of what became of them. */
function depositReads(outside: () => Db) {
  return {
    bankEntries: async (which) => bankEntries(outside(), which),
    creditMoves: async () => creditMoves(outside()),
    allocations: async () => allocations(outside()),
    paidAmounts: async (which) => paidAmounts(outside(), which),
    receipts: async (which) => receipts(outside(), which),
  } satisfies Partial<Ledger>;
}

/** The database for use outside of transactions, and transactions that know when they are over. */
function fencedOff(db: Db, mint: Mint) {
  const within = new AsyncLocalStorage<{ open: boolean }>();
  const outside = (): Db => {
    if (within.getStore()?.open) {
      throw new Error('within the work of a transaction only the transaction may be used');
    }
    return db;
  };
  const transaction = async <T>(work: (tx: LedgerWrites) => Promise<T>): Promise<T> => {
    const here = { open: true };
    const run = () =>
      outside()
        .transaction()
        .execute((tx) => {
          return within.run(here, () => work(ledgerWrites(tx, mint)));
        });
    return run().finally(() => {
      here.open = false;
    });
  };
  return { outside, transaction };
}
