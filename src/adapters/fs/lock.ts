import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { primaryCode, resultCode, rightsRefused } from '../sqlite/trouble.ts';
import { ensureFolder, privateFile, privateFolder } from './durable.ts';
import { writing } from './errors.ts';

/**
 * Makes this process the only one that works on a desk. The lock is the one that SQLite holds on a file of its own:
 * the operating system frees it however the process ends, and nobody has to judge whether it is stale.
 * Throws with a sentence that names the other process when the desk is taken. Gives the function that ends it.
 */
export async function acquireLock(file: string): Promise<() => void> {
  await writing(dirname(file), () => ensureFolder(dirname(file), privateFolder));
  const who = `${file}.pid`;
  const database = opened(file);
  try {
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new Error(takenBy(who), { cause: error });
    throw rightsRefused(file, error) ?? error;
  }
  writeFileSync(who, `${process.pid}\n`, { mode: privateFile });
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    rmSync(who, { force: true });
    database.close();
  };
}

/** Whether a process works on a desk at this moment. */
export function isLocked(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = opened(file);
  try {
    database.exec('SELECT count(*) FROM sqlite_master');
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    database.close();
  }
}

function opened(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw rightsRefused(file, error) ?? error;
  }
}

function isBusy(error: unknown): boolean {
  return primaryCode(error) === resultCode.busy;
}

/** The number is only told, never trusted: whoever holds the lock may not have written it yet. */
function takenBy(who: string): string {
  const other = pidIn(who);
  const process =
    other === undefined ? 'Another Proofdesk' : `Another Proofdesk (process ${other})`;
  return `${process} is working on this desk. Stop it first, or let it do the work.`;
}

function pidIn(who: string): string | undefined {
  try {
    return /^\d+/.exec(readFileSync(who, 'utf8'))?.[0];
  } catch {
    return undefined;
  }
}
