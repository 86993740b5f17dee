import { printable } from '../../adapters/fs/names.ts';
import type { InboxScan, JobFolder, WaitingFile } from '../../job/intake.ts';
import { admitted } from '../../steps/admission.ts';
import { closeJobs, expectedFilesMissing, type Patience } from '../../steps/closing.ts';
import { resumeIntake, type Taken, takeIn } from '../../steps/intake.ts';
import type { Desk } from '../../steps/step.ts';
import { tidyQuarantine } from '../../steps/tidy-quarantine.ts';

/** What one look at the inbox led to. */
export interface IntakeRound {
  readonly taken: readonly Taken[];
  readonly waiting: readonly WaitingFile[];
  readonly folders: readonly JobFolder[];
  /** When another look may find more, in milliseconds; undefined when only what comes in can change anything. */
  readonly lookAgainMs?: number;
}

/** Looks at the inbox once, takes in what has settled, and closes the jobs that are complete. */
export async function intakeRound(
  desk: Desk,
  patience: Patience,
  onTaken: (taken: Taken) => void = () => {},
): Promise<IntakeRound> {
  const mended = await desk.ledger.mendTimes(desk.clock.now().toISOString());
  if (mended > 0) desk.log.warn({ mended }, 'the clock was ahead; what was due then is due now');
  const resumed = await resumeIntake(desk);
  for (const one of resumed) onTaken(one);
  const scan = await desk.inbox.scan({ patient: patience === 'quiet-period' });
  const fresh: Taken[] = [];
  const { files, waiting: kept } = await admitted(scan.settled, patience, desk);
  for (const file of files) {
    const one = await takeIn(file, desk);
    fresh.push(one);
    onTaken(one);
  }
  const folders = foldersNow(scan, fresh);
  await tidyQuarantine(desk);
  const closingMs = await closeJobs(folders, patience, desk);
  await tidyReady(folders, fresh, desk);
  const taken = [...resumed, ...fresh];
  const waiting = [
    ...scan.waiting,
    ...kept,
    ...taken.flatMap(heldFile),
    ...(await expectedFilesMissing(folders, desk.ledger)),
  ];
  const soonest = [scan.lookAgainMs, closingMs].filter((one) => one !== undefined);
  return {
    taken,
    waiting,
    folders,
    ...(soonest.length > 0 ? { lookAgainMs: Math.min(...soonest) } : {}),
  };
}

function heldFile(taken: Taken): readonly WaitingFile[] {
  if (taken.kind !== 'held') return [];
  return [{ path: printable(taken.file.inboxPath), reason: taken.reason, stuck: true }];
}

/** What was taken since the scan is no longer pending in its folder. */
function foldersNow(scan: InboxScan, taken: readonly Taken[]): readonly JobFolder[] {
  const gone = new Map<string, number>();
  for (const key of keysOfGone(taken)) gone.set(key, (gone.get(key) ?? 0) + 1);
  return scan.folders.map((folder) => ({
    ...folder,
    pending: folder.pending - (gone.get(keyOf(folder)) ?? 0),
  }));
}

/**
 * A READY that came with a document of a job that was closed already, or with one that was worked on before,
 * has said what it had to say: left behind, it would close the next job of this folder too soon.
 */
async function tidyReady(
  folders: readonly JobFolder[],
  taken: readonly Taken[],
  { inbox }: Desk,
): Promise<void> {
  const emptied = new Set(keysOfGone(taken));
  for (const folder of folders) {
    if (!folder.ready || folder.pending > 0 || !emptied.has(keyOf(folder))) continue;
    await inbox.tidy(folder.client, folder.folder);
  }
}

/** The folders out of which files were taken, one entry a file; a bare file lies in none. */
function keysOfGone(taken: readonly Taken[]): readonly string[] {
  return taken.flatMap(({ kind, file }) =>
    (kind === 'received' || kind === 'same-before') && !file.bare ? [keyOf(file)] : [],
  );
}

function keyOf({ client, folder }: Pick<JobFolder, 'client' | 'folder'>): string {
  return `${client}/${folder}`;
}
