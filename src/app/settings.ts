import { unwatchFile, watchFile } from 'node:fs';
import { stat } from 'node:fs/promises';
import { unlessMissing } from '../adapters/fs/errors.ts';
import { saidOf } from '../job/system-sentences.ts';
import type { Log } from '../ports.ts';
import type { DeskPaths } from './paths.ts';
import { readDeskFile } from './profiles.ts';
import type { DeskFile } from './settings-files.ts';

/** The settings of a desk at work, and how they follow the file. */
export interface Settings {
  /** As they were when the file was last without a fault. */
  current(): DeskFile;
  /** As the file says now; with a fault in it, as they were. */
  fresh(): Promise<DeskFile>;
  /** Reads the file anew if it has changed, or in any case when told to. A fault is said, once. */
  follow(told?: 'told'): Promise<void>;
  /** Calls `onWrite` soon after anyone wrote the file; the returned function ends that. */
  watch(onWrite: () => void): () => void;
}

/** The file is asked for its time, since an editor may put another in its place. */
const watchEveryMs = 2_000;

/** `onChange` gets ready for settings that are to take the place of others; when it throws, the old ones hold. */
export async function keepSettings(
  paths: DeskPaths,
  log: Log,
  onChange: (now: DeskFile) => void | Promise<void>,
): Promise<Settings> {
  let mark = await markOf(paths.settings);
  let settings = await readDeskFile(paths);
  const take = async (now: DeskFile): Promise<void> => {
    const names = changedNames(settings, now);
    await onChange(now);
    settings = now;
    log.info({ changed: names }, 'desk.yaml was read anew');
  };
  return {
    current: () => settings,
    fresh: () => readDeskFile(paths).catch(() => settings),
    watch(onWrite) {
      watchFile(paths.settings, { interval: watchEveryMs, persistent: false }, onWrite);
      return () => unwatchFile(paths.settings, onWrite);
    },
    async follow(told) {
      const before = mark;
      mark = await markOf(paths.settings);
      if (told === undefined && mark === before) return;
      try {
        await take(await readDeskFile(paths));
      } catch (error) {
        log.error(
          {},
          `${saidOf(error)} Until it is mended, the settings that were read before hold.`,
        );
      }
    },
  };
}

/** What changes when anyone writes the file or puts another in its place. */
async function markOf(file: string): Promise<string> {
  const stats = await unlessMissing(stat(file, { bigint: true }));
  return stats ? [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(':') : 'missing';
}

/** The names of the settings that are not what they were; their values are nobody's business in a log. */
function changedNames(before: DeskFile, now: DeskFile): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]) as Set<keyof DeskFile>;
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));
}
