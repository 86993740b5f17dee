import { createContentStore } from '../../adapters/fs/content-store.ts';
import { isNobody } from '../../job/erasures.ts';
import type { Ledger } from '../../ports.ts';
import { verifyAudit } from '../audit.ts';
import { lookAtDesk } from '../compose.ts';
import type { DeskPaths } from '../paths.ts';
import { accountForDuplicates, accountForQuarantine, accountForWork } from './aside.ts';
import { accountForContents } from './contents.ts';
import { deliveredFiles } from './delivered.ts';
import { accountForOutbox, jobFolder, type Paper, papersOf } from './outbox.ts';
import { filesBelow, hashedFiles, type Unaccounted } from './shelf-files.ts';

/** Every file of a desk, accounted for. */
export interface Account {
  readonly documents: number;
  /** How many files were looked at, by folder. */
  readonly files: Readonly<Record<string, number>>;
  /** Contents of earlier tries, which no document names any more. */
  readonly unnamedContents: number;
  readonly faults: readonly Unaccounted[];
}

/** Compares every file with the ledger. Nothing is changed; a desk at rest gives the clearest answer. */
export async function accountFor(folder: string): Promise<Account> {
  const { ledger, inbox, paths } = await lookAtDesk(folder);
  try {
    const intents = await ledger.intents();
    const work = await filesBelow(paths.work);
    const revisions = await ledger.allRevisions();
    const store = await hashedFiles(paths.store);
    const outbox = await hashedFiles(paths.outbox);
    const quarantine = await hashedFiles(paths.quarantine);
    const duplicates = await hashedFiles(paths.duplicates);
    const quotes = await ledger.quotes();
    const contents = accountForContents(
      store,
      revisions,
      quotes.map(({ hash }) => hash),
    );
    const reader = createContentStore({ folder: paths.store });
    const delivered = [];
    for (const one of revisions) delivered.push(...(await deliveredFiles(one, reader)));
    const faults = [
      ...(await auditFaults(ledger, paths)),
      ...contents.faults,
      ...accountForOutbox(outbox, delivered, { papers: await papers(ledger), contents: store }),
      ...accountForQuarantine(quarantine, revisions),
      ...accountForDuplicates(duplicates, revisions),
      ...(await accountForWork(work, intents, inbox)),
    ];
    const files = {
      'content store': store.size,
      outbox: outbox.size,
      quarantine: quarantine.size,
      duplicates: duplicates.size,
      'work area': work.length,
    };
    return { documents: revisions.length, files, unnamedContents: contents.unnamed, faults };
  } finally {
    await ledger.close();
  }
}

async function papers(ledger: Ledger): Promise<readonly Paper[]> {
  const receipts = new Map(
    (await ledger.receipts()).map(({ number, state }) => [number, state] as const),
  );
  const unwritten = new Set(
    (await ledger.quotes({ written: false })).map(({ quote }) => quote.number),
  );
  const quotes = (await ledger.quotes()).map(({ quote: { client, job, number, terms } }) => ({
    path: `${jobFolder({ client: client as Client, name: job })}/quote/${number}.pdf`,
    due: !unwritten.has(number) && !isNobody(terms.buyer),
  }));
  return [...papersOf(await ledger.invoices(), receipts), ...quotes];
}

type Client = Parameters<typeof jobFolder>[0]['client'];

async function auditFaults(ledger: Ledger, paths: DeskPaths): Promise<readonly Unaccounted[]> {
  const { faults } = await verifyAudit(ledger, paths);
  return faults.map((says) => ({
    where: 'the audit trail',
    says,
    remedy: 'Keep the desk as it is and compare it with a backup; “proofdesk audit verify”.',
  }));
}
