import type { InboxScan, JobFolder, WaitingFile } from '../../job/intake.ts';
import { DeskProblem, InboxUnavailable } from '../../job/trouble.ts';
import { closeJobs, type Patience } from '../../steps/closing.ts';
import { resumeIntake, type Taken, takeIn } from '../../steps/intake.ts';
import type { Desk } from '../../steps/step.ts';

/** What one look at the inbox led to. */
export interface IntakeRound {
  readonly taken: readonly Taken[];
  readonly waiting: readonly WaitingFile[];
  /** When another look may find more, in milliseconds. */
  readonly lookAgainMs?: number;
}

/** Looks at the inbox once, takes in what has settled, and closes the jobs that are complete. */
export async function intakeRound(
  desk: Desk,
  patience: Patience,
  onTaken: (taken: Taken) => void = () => {},
): Promise<IntakeRound> {
  const taken: Taken[] = [...(await resumeIntake(desk))];
  const scan = await desk.inbox.scan({ patient: patience === 'quiet-period' });
  const waiting = [...scan.waiting];
  for (const file of scan.settled) {
    try {
      const one = await takeIn(file, desk);
      taken.push(one);
      onTaken(one);
    } catch (error) {
      if (!(error instanceof DeskProblem)) throw error;
      waiting.push({ path: file.inboxPath, reason: error.message, stuck: true });
    }
  }
  await closeJobs(foldersNow(scan, taken), patience, desk);
  return {
    taken,
    waiting,
    ...(scan.lookAgainMs === undefined ? {} : { lookAgainMs: scan.lookAgainMs }),
  };
}

/** What was taken is no longer pending in its folder. */
function foldersNow(scan: InboxScan, taken: readonly Taken[]): readonly JobFolder[] {
  const gone = new Map<string, number>();
  for (const { kind, path } of taken) {
    if (kind === 'left') continue;
    const key = path.split('/').slice(0, 2).join('/');
    gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  return scan.folders.map((folder) => ({
    ...folder,
    pending: folder.pending - (gone.get(`${folder.client}/${folder.folder}`) ?? 0),
  }));
}

/** Whether an error means that the inbox is not there at the moment, as an unmounted share. */
export function isInboxAway(error: unknown): error is InboxUnavailable {
  return error instanceof InboxUnavailable;
}
