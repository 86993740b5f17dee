import { DatabaseSync } from 'node:sqlite';
import { LedgerRefused } from '../../job/trouble.ts';
import { asTrouble, primaryCode, resultCode } from './trouble.ts';

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
    throw refusal(file, error);
  }
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
