import { stat } from 'node:fs/promises';
import { type FSWatcher, watch } from 'chokidar';
import { codeOf, isMissing } from './errors.ts';
import { isNetworkFolder } from './file-system.ts';
import { inboxLimits } from './inbox/limits.ts';

/** Many events of one copy make one hint. */
const hintDelayMs = 200;

/** Watches an inbox for hints that something may have changed; what has changed, only a look tells. */
export interface InboxWatch {
  /** `polling`: there are no hints, and everything depends on looking from time to time. */
  readonly mode: 'watching' | 'polling';
  /** To be called now and then: a folder that was unmounted or made anew gives no events any more, so it is watched anew. */
  checkRoot(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Calls `onHint` soon after anything happens in the folder. `onTrouble` gets a sentence, once, for each thing
 * that stops the watching. A folder on a network is not watched: what others change there is not told.
 */
export async function watchInbox(
  folder: string,
  onHint: () => void,
  onTrouble: (sentence: string) => void,
): Promise<InboxWatch> {
  const hint = createHint(onHint);
  const told = new Set<string>();
  let watcher: FSWatcher | undefined;
  let root: string | undefined;
  await begin();
  return {
    get mode() {
      return watcher ? 'watching' : 'polling';
    },
    async checkRoot() {
      if ((await identityOf(folder)) === root) return;
      await end();
      await begin();
      hint.soon();
    },
    async close() {
      hint.cancel();
      await end();
    },
  };

  async function begin(): Promise<void> {
    root = await identityOf(folder);
    if (root === undefined) return;
    if (await isNetworkFolder(folder)) {
      return tell(
        `${folder} is on a network, where changes are not told; it is looked at every 30 seconds.`,
      );
    }
    const begun = watch(folder, options);
    watcher = begun;
    begun.on('all', hint.soon);
    begun.on('error', (error) => {
      hint.soon();
      const code = codeOf(error) ?? '';
      if (!(code in exhausted) || watcher !== begun) return;
      tell(
        `The inbox can no longer be watched and is looked at every 30 seconds: ${exhausted[code]}`,
      );
      end().catch((trouble: unknown) =>
        tell(`The watching could not be ended: ${String(trouble)}`),
      );
    });
  }

  function tell(sentence: string): void {
    if (told.has(sentence)) return;
    told.add(sentence);
    onTrouble(sentence);
  }

  async function end(): Promise<void> {
    const ended = watcher;
    watcher = undefined;
    await ended?.close();
  }
}

/** All that a proofreader's machine runs out of, with what to do. */
const exhausted: Readonly<Record<string, string>> = {
  ENOSPC:
    'this machine allows too few watches. Raise them with “sudo sysctl fs.inotify.max_user_watches=524288”, and start again.',
  EMFILE:
    'this machine allows too few open files. Raise them with “sudo sysctl fs.inotify.max_user_instances=512” or “ulimit -n 65536”, and start again.',
};

/** Events only wake; chokidar's own ways of waiting are off, since the inbox has its own. */
const options = {
  ignoreInitial: true,
  awaitWriteFinish: false,
  atomic: false,
  followSymlinks: false,
  ignorePermissionErrors: true,
  depth: inboxLimits.depthMax,
} as const;

/** A folder that was made anew, or on which something was mounted, is another one. */
async function identityOf(folder: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(folder, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    if (isMissing(error)) return undefined;
    return codeOf(error);
  }
}

function createHint(onHint: () => void): { soon(): void; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        onHint();
      }, hintDelayMs);
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
