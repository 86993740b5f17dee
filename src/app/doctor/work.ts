import { readFile } from 'node:fs/promises';
import { unlessMissing } from '../../adapters/fs/errors.ts';
import type { Clock, Ledger } from '../../ports.ts';
import { newestBackup } from '../backup/nightly.ts';
import type { DeskPaths } from '../paths.ts';
import type { DeskFile } from '../settings-files.ts';
import { Ailment } from './check-up.ts';

export async function ledgerWhole(ledger: Pick<Ledger, 'checkIntegrity'>): Promise<string> {
  const trouble = await ledger.checkIntegrity();
  if (trouble === undefined) return 'whole';
  throw new Ailment(
    trouble,
    'Stop the desk and keep a copy of .proofdesk/ before anything else; then restore the ledger from a backup.',
  );
}

/** A note of a file on its way is there for moments, unless the desk was stopped just then. */
export async function intakeFinished(
  ledger: Pick<Ledger, 'intents'>,
  isAtWork: boolean,
): Promise<string> {
  const { length } = await ledger.intents();
  if (length === 0) return 'none';
  return isAtWork ? `${length}, under way` : `${length}; finished at the next start`;
}

/** The longest document takes a fraction of this. */
const overdueMs = 3_600_000;

/** Tasks of a process that died are free again within seconds; what stays due for long has nobody who takes it. */
export async function queueMoves(
  { ledger, clock }: { readonly ledger: Pick<Ledger, 'pending'>; readonly clock: Clock },
  isAtWork: boolean,
): Promise<string> {
  const { count, nextAt } = await ledger.pending();
  if (count === 0) return 'nothing to do';
  const tasks = `${count} ${count === 1 ? 'task' : 'tasks'}`;
  if (!isAtWork) return `${tasks}; the desk does not run now and goes on at its next start`;
  const lateMs = nextAt ? clock.now().getTime() - Date.parse(nextAt) : 0;
  if (lateMs < overdueMs) return `${tasks}, under way`;
  throw new Ailment(
    `${tasks}, and nobody has taken the first one for ${Math.round(lateMs / 60_000)} minutes`,
    'Look at the newest lines of .proofdesk/log/desk.log; then stop the desk and start it again. Nothing is lost.',
  );
}

/** One night may be missed while the computer is off. */
const backupMsMax = 2 * 86_400_000;

export async function backupsMade(
  paths: DeskPaths,
  { backups }: Pick<DeskFile, 'backups'>,
  clock: Clock,
): Promise<string> {
  if (backups === 'off') return 'off; “proofdesk backup” makes one';
  const newest = await newestBackup(paths.backups);
  if (newest === undefined) return 'none yet; the first is made when the desk runs';
  const ageMs = clock.now().getTime() - newest.getTime();
  const when = newest.toISOString().slice(0, 16).replace('T', ' ');
  if (ageMs <= backupMsMax) return `the newest is of ${when} UTC`;
  throw new Ailment(
    `the newest is of ${when} UTC`,
    'The desk makes one each night while it runs. If it ran, look for “backup” in .proofdesk/log/desk.log.',
  );
}

/** A backup that was restored may bring back a client who was erased, and who could not be erased again at once. */
export async function nobodyIsBack(
  ledger: Pick<Ledger, 'keptJobs'>,
  { eraseAgain }: DeskPaths,
): Promise<string> {
  const text = (await unlessMissing(readFile(eraseAgain, 'utf8'))) ?? '[]';
  const names = new Set(JSON.parse(text) as readonly string[]);
  const clients = new Set((await ledger.keptJobs()).map(({ client }) => client));
  const back = [...clients].filter((client) => names.has(client));
  if (back.length === 0) return 'none is back';
  throw new Ailment(
    `Erased once, and brought back by a backup: ${back.join(', ')}`,
    `Erase again, as was promised: proofdesk client erase ${back[0]} --for-good`,
  );
}
