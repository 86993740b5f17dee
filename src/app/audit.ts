import { readFile } from 'node:fs/promises';
import { replaceFile } from '../adapters/fs/durable.ts';
import { unlessMissing } from '../adapters/fs/errors.ts';
import type { AuditFindings, AuditHead } from '../job/audit.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Ledger } from '../ports.ts';
import type { DeskPaths } from './paths.ts';

/** What `audit verify` tells. */
export interface AuditReport extends Omit<AuditFindings, 'strangers'> {
  readonly whole: boolean;
  /** What is not as it was, a sentence each. */
  readonly faults: readonly string[];
}

/** Writes down where the audit trail stands, beside the ledger, so that an end that is cut off is missed. */
export async function noteAuditHead(
  ledger: Pick<Ledger, 'auditHead'>,
  paths: Pick<DeskPaths, 'auditHead'>,
): Promise<void> {
  const head = await ledger.auditHead();
  if (head === undefined || head === (await notedHead(paths))) return;
  await replaceFile(paths.auditHead, `${head}\n`);
}

/**
 * Checks every record of the audit trail, and that it holds the heads that were noted elsewhere: in the file beside the
 * ledger, on the invoices, and those in `given`, which somebody read from paper.
 */
export async function verifyAudit(
  ledger: Pick<Ledger, 'checkAudit' | 'invoices'>,
  paths: Pick<DeskPaths, 'auditHead'>,
  given: readonly AuditHead[] = [],
): Promise<AuditReport> {
  const heads = new Map<AuditHead, string>();
  for (const head of given) heads.set(checked(head), 'which you named');
  const noted = await notedHead(paths);
  if (noted) heads.set(noted, 'which the desk noted in .proofdesk/audit-head');
  for (const { invoice } of await ledger.invoices()) {
    if (invoice.auditHead) heads.set(invoice.auditHead, `which stands on ${invoice.number}`);
  }
  const { strangers, ...found } = await ledger.checkAudit([...heads.keys()]);
  const missing = strangers.map(
    (head) =>
      `${head}, ${heads.get(head)}, is not in the trail: its end was cut off, or records were replaced.`,
  );
  const faults = found.broken ? [found.broken.sentence] : missing;
  return { ...found, whole: faults.length === 0, faults };
}

async function notedHead({
  auditHead,
}: Pick<DeskPaths, 'auditHead'>): Promise<AuditHead | undefined> {
  return (await unlessMissing(readFile(auditHead, 'utf8')))?.trim();
}

function checked(head: string): AuditHead {
  if (/^\d+-[0-9a-f]{32}$/.test(head)) return head;
  throw new DeskProblem(
    `“${head}” is not a record as invoices print it: a number, a hyphen and 32 digits or letters.`,
  );
}
