import { DatabaseSync } from 'node:sqlite';
import { LedgerRefused } from '../../job/trouble.ts';
import { primaryCode, resultCode } from './trouble.ts';

/**
 * Makes this process the only worker of a ledger until the returned function is called or the process ends, however it ends.
 * Two workers would starve each other of SQLite's one writing lock. The guard is that same lock on an empty file
 * of its own, so commands beside the worker still read the ledger and make short writes.
 */
export function guardWriter(file: string): () => void {
  const guard = new DatabaseSync(`${file}-worker`, { timeout: 0 });
  try {
    guard.exec('begin exclusive');
  } catch (error) {
    guard.close();
    throw primaryCode(error) === resultCode.busy ? taken(error) : error;
  }
  return () => guard.close();
}

function taken(cause: unknown): LedgerRefused {
  return new LedgerRefused(
    'Another Proofdesk is at work at this desk. Leave the work to it, or stop it first.',
    { cause },
  );
}
