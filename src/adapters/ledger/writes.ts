import type { LedgerWrites } from '../../ports.ts';
import { auditHead } from './audit.ts';
import { billedBefore, invoiceTasks, queueInvoice } from './billing.ts';
import { addCreditMove, creditMoves } from './credits.ts';
import {
  addBankEntry,
  addBankFile,
  allocate,
  allocations,
  bankEntries,
  hasBankEntry,
  paidAmounts,
  putReceipt,
  receipts,
  settleBankEntry,
} from './deposits.ts';
import { erasureWrites } from './erasures.ts';
import { putFindings } from './findings.ts';
import { hourWrites } from './hours.ts';
import { addIntent, addRevision, removeIntent } from './intake.ts';
import {
  deliveredBetween,
  endInvoiceTask,
  intendInvoice,
  invoices,
  lastNumber,
  markIssued,
} from './invoices.ts';
import { closeJob, gatheringJob, job, markDelivered } from './jobs.ts';
import { messageWrites } from './message-writes.ts';
import type { Mint } from './mint.ts';
import { addEvent, advance, putArtifact } from './progress.ts';
import { bury, complete, enqueue, retryLater } from './queue.ts';
import {
  addQuote,
  decideQuote,
  hasTask,
  jobsAwaitingApproval,
  lastQuoteOrdinal,
  markQuoteWritten,
  quotes,
} from './quotes.ts';
import { reviewWrites } from './review-writes.ts';
import { isUnderWay, revisionsOf } from './revisions.ts';
import type { Db } from './tables.ts';

/** What may be done within a transaction. Kysely refuses all of it once `tx` has ended. */
export function ledgerWrites(tx: Db, mint: Mint): LedgerWrites {
  return {
    ...jobReads(tx),
    addIntent: (intent, at) => addIntent(tx, intent, at),
    removeIntent: (id) => removeIntent(tx, id),
    gatheringJob: (place) => gatheringJob(tx, place, mint),
    addRevision: (fresh) => addRevision(tx, fresh, mint),
    advance: (move) => advance(tx, move),
    putArtifact: (revisionId, kind, hash) => putArtifact(tx, { revisionId, kind, hash }),
    putFindings: (revisionId, findings, at) => putFindings(tx, { revisionId, findings, at }, mint),
    closeJob: (jobId, closedBy, at) => closeJob(tx, jobId, { closedBy, at }),
    markDelivered: (jobId) => markDelivered(tx, jobId),
    queueInvoice: (task) => queueInvoice(tx, task),
    invoiceTasks: (which) => invoiceTasks(tx, which),
    endInvoiceTask: (jobId, number) => endInvoiceTask(tx, jobId, number),
    lastNumber: (series) => lastNumber(tx, series),
    intendInvoice: (fresh) => intendInvoice(tx, fresh),
    markIssued: (number) => markIssued(tx, number),
    invoices: (which) => invoices(tx, which),
    deliveredBetween: (jobId) => deliveredBetween(tx, jobId),
    addBankFile: (file) => addBankFile(tx, file),
    hasBankEntry: (id) => hasBankEntry(tx, id),
    addBankEntry: (entry, at) => addBankEntry(tx, entry, at),
    settleBankEntry: (id, to) => settleBankEntry(tx, id, to),
    allocate: (given) => allocate(tx, given),
    bankEntries: (which) => bankEntries(tx, which),
    paidAmounts: (which) => paidAmounts(tx, which),
    addCreditMove: (move, at) => addCreditMove(tx, move, at),
    creditMoves: () => creditMoves(tx),
    putReceipt: (receipt) => putReceipt(tx, receipt),
    allocations: () => allocations(tx),
    receipts: (which) => receipts(tx, which),
    lastQuoteOrdinal: (year) => lastQuoteOrdinal(tx, year),
    addQuote: (fresh) => addQuote(tx, fresh),
    markQuoteWritten: (number) => markQuoteWritten(tx, number),
    decideQuote: (number, decision) => decideQuote(tx, number, decision),
    hasTask: (revisionId) => hasTask(tx, revisionId),
    quotes: (which) => quotes(tx, which),
    jobsAwaitingApproval: () => jobsAwaitingApproval(tx),
    ...reviewWrites(tx),
    ...hourWrites(tx),
    ...messageWrites(tx),
    ...erasureWrites(tx),
    enqueue: (request) => enqueue(tx, request, mint),
    complete: (lease) => complete(tx, lease),
    retryLater: (lease, runAt, error) => retryLater(tx, lease, { runAt, error }),
    bury: (lease, error) => bury(tx, lease, error),
    addEvent: (event) => addEvent(tx, event),
    auditHead: () => auditHead(tx),
  };
}

/** What must be known of a job in the same breath. */
function jobReads(tx: Db) {
  return {
    job: (id) => job(tx, id),
    revisionsOf: (jobId) => revisionsOf(tx, jobId),
    isUnderWay: (jobId) => isUnderWay(tx, jobId),
    billedBefore: (client, original, except) => billedBefore(tx, { client, original, except }),
  } satisfies Partial<LedgerWrites>;
}
