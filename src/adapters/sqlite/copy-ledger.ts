import { backup, DatabaseSync } from 'node:sqlite';
import { integrityOf } from './integrity.ts';
import { rightsRefused } from './trouble.ts';

/** So many pages are copied at a time, between which others may write. */
const pagesAtOnce = 10_000;

/** Copies a ledger while others work with it: the copy is the ledger of one instant, between two transactions. */
export async function copyLedger(file: string, to: string): Promise<void> {
  let source: DatabaseSync | undefined;
  try {
    source = new DatabaseSync(file, { timeout: 5_000 });
    await backup(source, to, { rate: pagesAtOnce });
  } catch (error) {
    throw rightsRefused(file, error) ?? error;
  } finally {
    source?.close();
  }
}

/** What is wrong with a ledger that nobody works with, or undefined. */
export function ledgerComplaints(file: string): string | undefined {
  try {
    return withCopy(file, integrityOf);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Makes a ledger that nobody works with one file, without a log beside it. */
export function foldLedger(file: string): void {
  withCopy(file, (copy) => copy.exec('pragma journal_mode = delete'));
}

function withCopy<T>(file: string, work: (copy: DatabaseSync) => T): T {
  const copy = new DatabaseSync(file);
  try {
    return work(copy);
  } finally {
    copy.close();
  }
}
