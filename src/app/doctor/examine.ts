import { isLocked } from '../../adapters/fs/lock.ts';
import { systemClock } from '../../adapters/system/clock.ts';
import { DeskProblem, LedgerRefused } from '../../job/trouble.ts';
import { existingDesk, lookAtDesk } from '../compose.ts';
import { environment } from '../config.ts';
import { Ailment, type CheckUp, checkUp } from './check-up.ts';
import { allClients, allPipelines, allRateCards, allTemplates } from './desk-files.ts';
import {
  foldersApart,
  foldersWritable,
  freeSpace,
  localLedger,
  oneDisk,
  privateData,
} from './disk.ts';
import { ownFiles, sameClock, tellsChanges } from './inbox-probe.ts';
import { nodeVersion, sqliteVersion, watchLimit } from './machine.ts';
import { ownDataUsable } from './own-data.ts';
import { allDictionaries, grammarAnswers, libreOffice, mailServer, monitorPort } from './parts.ts';
import { backupsMade, intakeFinished, ledgerWhole, nobodyIsBack, queueMoves } from './work.ts';

export type { CheckUp } from './check-up.ts';

/** Looks at everything that the desk needs. Nothing is changed; a file is put into the inbox for a moment. */
export async function examine(folder: string): Promise<readonly CheckUp[]> {
  const paths = existingDesk(folder);
  const isAtWork = isSeenLocked(paths.lock);
  const disk = [
    await checkUp('Node.js', () => nodeVersion(process.versions.node)),
    await checkUp('SQLite', () => sqliteVersion(process.versions['sqlite'] ?? '')),
    await checkUp('folders', () => foldersWritable(paths)),
    await checkUp('own data', () => ownDataUsable(paths)),
    await checkUp('folders apart', () => foldersApart(paths)),
    await checkUp('one disk', () => oneDisk(paths)),
    await checkUp('place of the ledger', () => localLedger(paths)),
    await checkUp('private data', () => privateData(paths)),
    await checkUp('changes of the inbox', () => tellsChanges(paths.inbox)),
    await checkUp('clock', () => sameClock(paths.inbox, systemClock)),
    await checkUp('owner of files', () => ownFiles(paths.inbox)),
    await checkUp('pipelines', () => allPipelines(paths)),
    await checkUp('clients', () => allClients(paths)),
    await checkUp('rate cards', () => allRateCards(paths)),
    await checkUp('dictionaries', allDictionaries),
    await checkUp('grammar engine', grammarAnswers),
  ];
  return [...disk, ...(await examineOpen(folder, isAtWork))];
}

/** A lock that may not be looked at is found under its own name. */
function isSeenLocked(file: string): boolean {
  try {
    return isLocked(file);
  } catch {
    return false;
  }
}

/** What can only be looked at where settings and ledger can be read. */
async function examineOpen(folder: string, isAtWork: boolean): Promise<readonly CheckUp[]> {
  const opened = await lookAtDesk(folder).catch((error: unknown) => {
    if (error instanceof DeskProblem || error instanceof LedgerRefused) return error;
    throw error;
  });
  if (opened instanceof Error) return [await checkUp('opening the desk', () => refused(opened))];
  const { ledger, inbox, paths, settings } = opened;
  const machine = environment();
  try {
    const { settled, waiting } = await inbox.scan({ patient: true }).catch(() => nothing);
    const files = settled.length + waiting.length;
    return [
      await checkUp('ledger', () => ledgerWhole(ledger)),
      await checkUp('inbox', async () => {
        await inbox.scan({ patient: true });
        return `${files} files in it`;
      }),
      await checkUp('free space', () => freeSpace(paths, settings.keep_free_megabytes)),
      await checkUp('file watching', () => watchLimit(files)),
      await checkUp('messages', () => allTemplates(paths, settings)),
      await checkUp('mail server', () => mailServer(paths, machine.mailPassword)),
      await checkUp('port', () => monitorPort(settings, machine, isAtWork)),
      await checkUp('LibreOffice', () => libreOffice(settings, machine.searchPath)),
      await checkUp('unfinished intake', () => intakeFinished(ledger, isAtWork)),
      await checkUp('queue', () => queueMoves({ ledger, clock: systemClock }, isAtWork)),
      await checkUp('erased clients', () => nobodyIsBack(ledger, paths)),
      await checkUp('backups', () => backupsMade(paths, settings, systemClock)),
    ];
  } finally {
    await ledger.close();
  }
}

const nothing = { settled: [], waiting: [] } as const;

function refused(error: Error): never {
  const remedy =
    error instanceof DeskProblem
      ? 'Mend the settings there and look again.'
      : 'Do what it says. Copy the folder .proofdesk/ to another place before anything else.';
  throw new Ailment(error.message, remedy);
}
