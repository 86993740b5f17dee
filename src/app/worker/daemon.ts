import { type InboxWatch, watchInbox } from '../../adapters/fs/watch.ts';
import { watchClock } from '../../adapters/system/clock-watch.ts';
import type { WaitingFile } from '../../job/intake.ts';
import { systemSentence } from '../../job/system-sentences.ts';
import { DiskFull, InboxUnavailable } from '../../job/trouble.ts';
import type { Log } from '../../ports.ts';
import type { Taken } from '../../steps/intake.ts';
import type { Desk } from '../../steps/step.ts';
import type { InboxLook } from '../status.ts';
import { createHindrance } from './hindrance.ts';
import { type IntakeRound, intakeRound } from './intake.ts';
import { heldBack, heldUp, moneyRound } from './money.ts';
import { createPostman } from './postman.ts';
import { createNap, startRunners, type TaskWork } from './runners.ts';
import type { TaskEnd } from './task.ts';
import { troubleOf } from './trouble.ts';

/** Everything is looked at this often, whatever the watcher says: events are hints. */
const rescanMs = 30_000;

/** After trouble that only a person or time can mend. */
const pauseMs = 30_000;

/** What is done beside the work. */
export interface Chores {
  /** Before each look: follows the settings. */
  attune(): Promise<void>;
  /** Calls `wake` soon after the settings were written; the returned function ends that. */
  watch(wake: () => void): () => void;
  /** A little after each look at the inbox. */
  tend(): Promise<void>;
  stop(): Promise<void>;
}

/** What a look at the inbox and the money showed. */
export interface DaemonLook extends InboxLook {
  readonly mode: InboxWatch['mode'];
  readonly trouble?: unknown;
}

/** Hears how the work goes on. */
export interface Observer {
  /** The work begins; the first look at a full inbox may take long. */
  begun(): Promise<void>;
  took(taken: Taken): void;
  ended(end: TaskEnd, work: TaskWork): void;
  looked(look: DaemonLook): Promise<void>;
  stopping(): void;
}

/** Works until `signal` aborts; then finishes what is in hand and returns. */
export async function runDaemon(
  desk: Desk,
  options: {
    readonly inboxFolder: string;
    readonly threads: number;
    readonly signal: AbortSignal;
    readonly chores: Chores;
    readonly observer: Observer;
  },
): Promise<void> {
  const nap = createNap();
  const hindrance = createHindrance(desk.clock);
  const runners = startRunners(desk, options.threads, {
    onEnd(end, work) {
      hindrance.over();
      options.observer.ended(end, work);
      if (end.kind === 'delivered' || end.kind === 'waits') nap.wake();
    },
    onTrouble(error) {
      hindrance.met(error);
      return waitOut(error, desk);
    },
  });
  const watcher = await watchInbox(options.inboxFolder, nap.wake, (trouble) =>
    desk.log.warn({}, trouble),
  );
  const watches = [watchClock(desk.clock, nap.wake), options.chores.watch(nap.wake)];
  desk.log.info({ mode: watcher.mode }, 'the inbox is being watched');
  await options.observer.begun();
  const onAbort = (): void => {
    desk.log.info({}, 'stopping: what is in hand is finished first');
    options.observer.stopping();
    nap.wake();
  };
  options.signal.addEventListener('abort', onAbort, { once: true });
  const tell = createTeller(desk.log);
  const postman = createPostman(desk, (error) => waitOut(error, desk));
  while (!options.signal.aborted) {
    await options.chores.attune().catch((error: unknown) => waitOut(error, desk));
    const { look: seen, waitMs } = await lookOnce(desk, tell, options.observer);
    const look = { ...seen, trouble: seen.trouble ?? hindrance.now() };
    runners.wake();
    postman.wake();
    for (const chore of [options.chores.tend, shown(look, options.observer, watcher)]) {
      await chore().catch((error: unknown) => waitOut(error, desk));
    }
    if (!options.signal.aborted) await nap.sleep(waitMs);
    await watcher.checkRoot();
  }
  for (const end of watches) end();
  await watcher.close();
  await Promise.all([runners.stop(), options.chores.stop()]);
  await postman.stop();
}

type Look = Omit<DaemonLook, 'mode'>;

function shown(look: Look, observer: Observer, { mode }: InboxWatch): () => Promise<void> {
  return () => observer.looked({ ...look, mode });
}

/** One look at the inbox and at the money; how long until the next is due at the latest. */
async function lookOnce(
  desk: Desk,
  tell: Teller,
  observer: Observer,
): Promise<{ readonly look: Look; readonly waitMs: number }> {
  let trouble: unknown;
  const seen = await intakeRound(desk, 'quiet-period', observer.took).catch(
    (error: unknown): Pick<IntakeRound, 'waiting' | 'folders' | 'lookAgainMs'> => {
      trouble = error;
      return { waiting: [], folders: [] };
    },
  );
  // An inbox that is away, as when a share is not mounted, holds up no invoice.
  const money = await moneyRound(desk, 'quiet-period');
  tell([...seen.waiting, ...heldUp(money)]);
  const waiting = [...seen.waiting, ...heldBack(money)];
  trouble ??= money.trouble;
  if (trouble !== undefined) waitOut(trouble, desk);
  const waitMs = trouble === undefined ? Math.min(seen.lookAgainMs ?? rescanMs, rescanMs) : pauseMs;
  return { look: { waiting, folders: seen.folders, trouble }, waitMs };
}

type Teller = (waiting: readonly WaitingFile[]) => void;

/**
 * Says why files wait, once for all that wait for the same; the inbox is looked at far more often. What needs a person
 * is said at once; what ends by itself when it is there at a second look, since most of it lasts for seconds.
 */
function createTeller(log: Log): Teller {
  let seen: ReadonlySet<string> = new Set();
  let told: ReadonlySet<string> = new Set();
  return (waiting) => {
    const byReason = Map.groupBy(waiting, ({ reason }) => reason);
    const now = new Set(told);
    for (const [reason, files] of byReason) {
      if (now.has(reason)) continue;
      const [first] = files;
      const data = { file: first?.path, files: files.length, until: first?.until };
      if (first?.stuck) log.warn(data, reason);
      else if (seen.has(reason)) log.info(data, reason);
      else continue;
      now.add(reason);
    }
    seen = new Set(byReason.keys());
    told = new Set([...now].filter((reason) => byReason.has(reason)));
  };
}

/** A full disk or a missing share is waited out; anything else is said and tried again all the same. */
function waitOut(error: unknown, { log }: Desk): 'wait' {
  const sentence = error instanceof DiskFull ? error.message : systemSentence(error);
  if (sentence !== undefined) {
    log.error({}, `${sentence} Nothing is lost; work goes on by itself when that is mended.`);
  } else if (error instanceof InboxUnavailable) {
    log.error({}, `The inbox is not there: ${error.message}`);
  } else {
    log.error({ trouble: troubleOf(error) }, 'Something went wrong; it will be tried again.');
  }
  return 'wait';
}
