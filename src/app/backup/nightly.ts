import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../../adapters/fs/errors.ts';
import { saidOf } from '../../job/system-sentences.ts';
import type { Clock, Log } from '../../ports.ts';
import type { DeskPaths } from '../paths.ts';
import { erasuresIn } from '../retention/erasure-list.ts';
import type { DeskFile } from '../settings-files.ts';
import { makeBackup } from './make.ts';

/** After a backup that failed, the next is tried so much later. */
const pauseMs = 3_600_000;

/** A clock that was wrong for a while leaves names of a time to come; they must not keep the next night's away. */
const aheadMs = 86_400_000;

const dayMs = 86_400_000;

/** The nightly backups of a desk at work. */
export interface Nightly {
  /** Begins one when it is due and none is under way. */
  tend(): Promise<void>;
  /** Breaks off what is under way; nothing of it is left. */
  stop(): Promise<void>;
}

/** Backups beside the desk, each in a folder named by its time; the oldest go when a new one is there. */
export function createNightly(
  paths: DeskPaths,
  ruleNow: () => DeskFile['backups'],
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Nightly {
  const stopping = new AbortController();
  let underWay: Promise<void> | undefined;
  let notBeforeMs = 0;
  return {
    async tend() {
      const now = clock.now();
      const rule = ruleNow();
      await dropErased(paths, nightsKept(rule), now);
      if (rule === 'off' || underWay || stopping.signal.aborted) return;
      if (now.getTime() < notBeforeMs && notBeforeMs - now.getTime() <= pauseMs) return;
      if (!isDue(await namesIn(paths.backups), now, rule.hour)) return;
      underWay = make(now, rule.keep).finally(() => {
        underWay = undefined;
      });
    },
    async stop() {
      stopping.abort();
      await underWay;
    },
  };

  async function make(now: Date, keep: number): Promise<void> {
    const { signal } = stopping;
    try {
      const folder = join(paths.backups, nameOf(now));
      const { files, contents } = await makeBackup(paths, folder, { beside: true, signal });
      await keepNewest(paths.backups, keep);
      log.info({ files: files + contents }, 'nightly backup made');
    } catch (error) {
      if (signal.aborted) return;
      notBeforeMs = now.getTime() + pauseMs;
      log.error(
        { why: saidOf(error) },
        'The nightly backup could not be made; it is tried again in an hour.',
      );
    }
  }
}

/** Whether no backup was made since the hour last came, however long the desk was off. */
export function isDue(names: readonly string[], now: Date, hour: number): boolean {
  const last = new Date(now);
  last.setHours(hour, 0, 0, 0);
  if (last > now) last.setDate(last.getDate() - 1);
  const latestKnown = nameOf(new Date(now.getTime() + aheadMs));
  return !names.some((name) => name >= nameOf(last) && name <= latestKnown);
}

/** Sorts by time: `2026-11-24T03-00-05Z`. */
function nameOf(time: Date): string {
  return `${time.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

/** When the newest backup was made; undefined where there is none. */
export async function newestBackup(folder: string): Promise<Date | undefined> {
  const name = (await namesIn(folder)).at(-1);
  if (name === undefined) return undefined;
  const [day = '', time = ''] = name.split('T');
  return new Date(`${day}T${time.replaceAll('-', ':')}`);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return names.filter((name) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/.test(name)).sort();
}

/** For how many days a nightly backup may go on holding what was erased. */
export function nightsKept(rule: DeskFile['backups']): number {
  return rule === 'off' ? nightsWhenOff : rule.keep;
}

/** Backups that were made before they were switched off go as if they had not been. */
const nightsWhenOff = 7;

/** Lets go of backups that still hold a client who was erased so many days ago, however seldom new ones are made. */
async function dropErased(paths: DeskPaths, nights: number, now: Date): Promise<void> {
  const names = await namesIn(paths.backups);
  if (names.length === 0) return;
  const longAgo = new Date(now.getTime() - nights * dayMs).toISOString();
  const last = (await erasuresIn(paths.erasures)).findLast(({ at }) => at <= longAgo);
  if (last === undefined) return;
  const erasedAt = nameOf(new Date(last.at));
  for (const name of names.filter((each) => each < erasedAt)) {
    await rm(join(paths.backups, name), { recursive: true, force: true });
  }
}

async function keepNewest(folder: string, keep: number): Promise<void> {
  for (const name of (await namesIn(folder)).slice(0, -keep)) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  for (const name of await readdir(folder)) {
    if (name.endsWith('.partial')) await rm(join(folder, name), { recursive: true, force: true });
  }
}
