import { chmodSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DiskFull, LedgerRefused } from '../../job/trouble.ts';
import { asTrouble, primaryCode, resultCode, rightsRefused } from './trouble.ts';

/** How long to wait for a short write of a command beside the worker. */
const busyTimeoutMs = 5000;

/**
 * Opens a SQLite file so that what is committed survives a power cut: FULL flushes the log at each commit,
 * where NORMAL may lose the last ones. What is deleted is written over, since it may be what a client wanted erased. Throws LedgerRefused, with a sentence, for a file that cannot be opened,
 * and DiskFull where even that needs room that is not there.
 */
export function connect(file: string): DatabaseSync {
  let connection: DatabaseSync | undefined;
  try {
    shareRights(file);
    connection = new DatabaseSync(file, {
      timeout: busyTimeoutMs,
      enableForeignKeyConstraints: true,
    });
    const opened = connection;
    asTrouble(() =>
      opened.exec(
        'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on',
      ),
    );
    return opened;
  } catch (error) {
    connection?.close();
    throw rightsRefused(file, causeOf(error)) ?? refusal(file, error);
  }
}

/**
 * SQLite gives its log the rights of the ledger when it makes it. A log that was made while the ledger was write-protected
 * stays so when the ledger is not any more, and nobody would think of it; so it gets them again.
 */
function shareRights(file: string): void {
  const mode = modeOf(file);
  for (const log of [`${file}-wal`, `${file}-shm`]) {
    const own = modeOf(log);
    if (mode !== undefined && own !== undefined && own !== mode) chmodSync(log, mode);
  }
}

function modeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mode;
}

/** A disk that takes no more looks, to SQLite, like a right that is missing. */
function causeOf(error: unknown): unknown {
  return error instanceof DiskFull ? error.cause : error;
}

function refusal(file: string, error: unknown): unknown {
  const sentence = sentences[primaryCode(error) ?? 0];
  return sentence ? new LedgerRefused(`${file}: ${sentence}`, { cause: error }) : error;
}

const sentences: Readonly<Record<number, string>> = {
  [resultCode.cannotOpen]:
    'The ledger cannot be opened. Is the folder there, and may you write in it?',
  [resultCode.corrupt]: 'The ledger is damaged. Restore the desk from its last backup.',
  [resultCode.notADatabase]: 'This is not a ledger. Restore the desk from its last backup.',
};
