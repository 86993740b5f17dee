import { DatabaseSync } from 'node:sqlite';
import { LedgerRefused } from '../../job/trouble.ts';
import { primaryCode, refuseWithoutRights, resultCode, rightsRefused } from './trouble.ts';

/**
 * Makes this process the only worker of a ledger until the returned function is called or the process ends, however it ends.
 * Two workers would starve each other of SQLite's one writing lock. The guard is that same lock on an empty file
 * of its own, so commands beside the worker still read the ledger and make short writes.
 */
export function guardWriter(file: string): () => void {
  refuseWithoutRights(file);
  const guardFile = `${file}-worker`;
  let guard: DatabaseSync | undefined;
  try {
    guard = new DatabaseSync(guardFile, { timeout: 0 });
    guard.exec('begin exclusive');
  } catch (error) {
    guard?.close();
    if (primaryCode(error) === resultCode.busy) throw taken(error);
    throw rightsRefused(guardFile, error) ?? error;
  }
  const held = guard;
  return () => held.close();
}

function taken(cause: unknown): LedgerRefused {
  return new LedgerRefused(
    'Another Proofdesk is at work at this desk. Leave the work to it, or stop it first.',
    { cause },
  );
}
