import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing } from '../errors.ts';
import type { InboxLimits } from './limits.ts';
import { openElsewhere } from './owner-file.ts';
import { reasonOf, reasons } from './reasons.ts';
import type { Seen } from './seen.ts';
import type { Patience, Settlement } from './settle.ts';
import { hasItsEnd } from './whole-zip.ts';

/**
 * Whether a file may be taken now. `soonMs`, where there is one, is when another look may say otherwise;
 * `untilMs`, in milliseconds since 1970, when a reason that another program gives counts no more.
 */
export type Verdict =
  | { readonly kind: 'settled' }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'waiting';
      readonly reason: string;
      readonly stuck: boolean;
      readonly soonMs?: number;
      readonly untilMs?: number;
    };

export interface JudgeTerms {
  readonly inboxFolder: string;
  readonly limits: InboxLimits;
  readonly settlement: Settlement;
}

/** Judges a file by all that can be seen from outside. */
export async function judge(
  seen: Seen,
  patience: Patience,
  { inboxFolder, limits, settlement }: JudgeTerms,
): Promise<Verdict> {
  const path = join(inboxFolder, seen.file.inboxPath);
  const settling = settlement.look(seen.file.inboxPath, seen.stamp, patience);
  const stillMs = Math.max(settling.unchangedMs, patience.nowMs - seen.stamp.changedMs);
  if (seen.stamp.sizeBytes === 0) return emptyVerdict(stillMs, limits);
  try {
    const since = patience.nowMs - limits.ownerFileWaitMs;
    const opened = await openElsewhere({ path, name: seen.name, siblings: seen.siblings }, since);
    if (opened) {
      const untilMs = opened.markedMs + limits.ownerFileWaitMs;
      return { kind: 'waiting', reason: opened.reason, stuck: false, untilMs };
    }
    if (settling.kind === 'moving') {
      const reason = settling.note ?? (settling.changes > 0 ? reasons.written : reasons.arrived);
      return waiting(reason, settling.soonMs);
    }
    if (patience.patient && stillMs < limits.endWaitMs && !(await hasItsEnd(path, seen.name))) {
      return waiting(reasons.noEnd, limits.endWaitMs - stillMs);
    }
    await access(path, constants.R_OK);
    return await folderVerdict(path);
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone' };
    return { kind: 'waiting', ...reasonOf(error) };
  }
}

function emptyVerdict(stillMs: number, limits: InboxLimits): Verdict {
  return stillMs < limits.emptyWaitMs
    ? waiting(reasons.empty)
    : { kind: 'waiting', reason: reasons.stayedEmpty, stuck: true };
}

/** Moving a file out is writing to its folder. */
async function folderVerdict(path: string): Promise<Verdict> {
  try {
    await access(dirname(path), constants.W_OK | constants.X_OK);
    return { kind: 'settled' };
  } catch (error) {
    if (isMissing(error)) return { kind: 'gone' };
    return { kind: 'waiting', reason: reasons.lockedFolder, stuck: true };
  }
}

function waiting(reason: string, soonMs?: number): Verdict {
  const verdict = { kind: 'waiting', reason, stuck: false } as const;
  return soonMs === undefined ? verdict : { ...verdict, soonMs };
}
