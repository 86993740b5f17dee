import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Claim, Intent, SettledFile } from '../../../job/intake.ts';
import type { ContentHash } from '../../../job/job.ts';
import type { Inbox } from '../../../ports.ts';
import { hashOf } from '../contents.ts';
import { writing } from '../errors.ts';
import { type MoveTerms, moveIn, whereIs } from './move.ts';
import { contentMark } from './seen.ts';

export interface ClaimTerms extends MoveTerms {
  readonly deskFolder: string;
}

/** Takes files and reads them. `held` are those that were taken but are still being written. */
export interface Claims extends Pick<Inbox, 'claim' | 'whereabouts'> {
  held(): readonly SettledFile[];
  /** The stamp of a file when it was read, given once. */
  stampAsRead(intent: Intent): string | undefined;
}

export function createClaims(terms: ClaimTerms): Claims {
  const held = new Map<string, SettledFile>();
  const asRead = new Map<string, string>();
  return {
    async claim(intent) {
      const moved = await writing(terms.workFolder, () => moveIn(intent, terms));
      const still = moved === 'moved' ? await readStill(intent, terms) : undefined;
      if (still) asRead.set(intent.id, still.mark);
      if (still || moved === 'left') held.delete(intent.id);
      else held.set(intent.id, intent.file);
      return still?.claim;
    },
    whereabouts: (intent) => whereIs(intent, terms),
    held: () => [...held.values()],
    stampAsRead(intent) {
      const mark = asRead.get(intent.id);
      asRead.delete(intent.id);
      return mark;
    },
  };
}

/**
 * Reads a file that someone may still write to, since a writer keeps its hold when a file is moved:
 * twice, until both times are the same and nothing has changed meanwhile. Undefined when that does not come.
 */
async function readStill(
  intent: Intent,
  terms: ClaimTerms,
): Promise<{ readonly claim: Claim; readonly mark: string } | undefined> {
  const path = join(terms.workFolder, intent.workPath);
  for (let attempt = 0; attempt < terms.limits.rereadsMax; attempt += 1) {
    if (attempt > 0) await sleep(terms.limits.rereadPauseMs);
    const before = contentMark(await lstat(path, { bigint: true }));
    const { claim, hash } = await readOnce(intent, path, terms);
    const again = await hashOf(path);
    const mark = contentMark(await lstat(path, { bigint: true }));
    if (hash === again && before === mark) return { claim, mark };
  }
  return undefined;
}

async function readOnce(
  intent: Intent,
  path: string,
  { limits, deskFolder }: ClaimTerms,
): Promise<{ readonly claim: Claim; readonly hash: string }> {
  const { size: sizeBytes } = await lstat(path);
  if (sizeBytes <= limits.sizeBytesMax) {
    const bytes = await readFile(path);
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { claim: { kind: 'read', intent, bytes }, hash };
  }
  const hash = await hashOf(path);
  const deskPath = relative(deskFolder, path).split(sep).join('/');
  const original = hash as ContentHash;
  return { claim: { kind: 'too-large', intent, sizeBytes, original, deskPath }, hash };
}
