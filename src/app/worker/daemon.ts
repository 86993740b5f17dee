import { watchInbox } from '../../adapters/fs/watch.ts';
import type { WaitingFile } from '../../job/intake.ts';
import { DiskFull, InboxUnavailable } from '../../job/trouble.ts';
import type { Log } from '../../ports.ts';
import type { Desk } from '../../steps/step.ts';
import { type IntakeRound, intakeRound } from './intake.ts';
import { heldUp, moneyRound } from './money.ts';
import { createPostman } from './postman.ts';
import { createNap, startRunners } from './runners.ts';
import { troubleOf } from './trouble.ts';

/** Everything is looked at this often, whatever the watcher says: events are hints. */
const rescanMs = 30_000;

/** After trouble that only a person or time can mend. */
const pauseMs = 30_000;

/** What is done beside the work, a little after each look at the inbox. */
export interface Chores {
  tend(): Promise<void>;
  stop(): Promise<void>;
}

/** Works until `signal` aborts; then finishes what is in hand and returns. */
export async function runDaemon(
  desk: Desk,
  options: {
    readonly inboxFolder: string;
    readonly threads: number;
    readonly signal: AbortSignal;
    readonly chores: Chores;
  },
): Promise<void> {
  const nap = createNap();
  const runners = startRunners(desk, options.threads, {
    onEnd({ kind }) {
      if (kind === 'delivered' || kind === 'waits') nap.wake();
    },
    onTrouble: (error) => waitOut(error, desk),
  });
  const watcher = await watchInbox(options.inboxFolder, nap.wake, (trouble) =>
    desk.log.warn({}, trouble),
  );
  desk.log.info({ mode: watcher.mode }, 'the inbox is being watched');
  const onAbort = (): void => {
    desk.log.info({}, 'stopping: what is in hand is finished first');
    nap.wake();
  };
  options.signal.addEventListener('abort', onAbort, { once: true });
  const tell = createTeller(desk.log);
  const postman = createPostman(desk, (error) => waitOut(error, desk));
  while (!options.signal.aborted) {
    const waitMs = await lookOnce(desk, tell);
    runners.wake();
    postman.wake();
    await options.chores.tend().catch((error: unknown) => waitOut(error, desk));
    if (!options.signal.aborted) await nap.sleep(waitMs);
    await watcher.checkRoot();
  }
  await watcher.close();
  await Promise.all([runners.stop(), options.chores.stop()]);
  await postman.stop();
}

type Look = Pick<IntakeRound, 'waiting' | 'lookAgainMs'>;

/** One look at the inbox and at the money; how long until the next is due at the latest. */
async function lookOnce(desk: Desk, tell: Teller): Promise<number> {
  let trouble: unknown;
  const look = await intakeRound(desk, 'quiet-period').catch((error: unknown): Look => {
    trouble = error;
    return { waiting: [] };
  });
  // An inbox that is away, as when a share is not mounted, holds up no invoice.
  const money = await moneyRound(desk, 'quiet-period');
  tell([...look.waiting, ...heldUp(money)]);
  trouble ??= money.trouble;
  if (trouble !== undefined) {
    waitOut(trouble, desk);
    return pauseMs;
  }
  return Math.min(look.lookAgainMs ?? rescanMs, rescanMs);
}

type Teller = (waiting: readonly WaitingFile[]) => void;

/** Says what needs a person once for all files that wait for it; the inbox is looked at far more often. */
function createTeller(log: Log): Teller {
  let told: ReadonlySet<string> = new Set();
  return (waiting) => {
    const byReason = Map.groupBy(
      waiting.filter(({ stuck }) => stuck),
      ({ reason }) => reason,
    );
    for (const [reason, files] of byReason) {
      if (!told.has(reason)) log.warn({ file: files[0]?.path, files: files.length }, reason);
    }
    told = new Set(byReason.keys());
  };
}

/** A full disk or a missing share is waited out; anything else is said and tried again all the same. */
function waitOut(error: unknown, { log }: Desk): 'wait' {
  if (error instanceof DiskFull) {
    log.error({}, `${error.message} Nothing is lost; work goes on when it can be written again.`);
  } else if (error instanceof InboxUnavailable) {
    log.error({}, `The inbox is not there: ${error.message}`);
  } else {
    log.error({ trouble: troubleOf(error) }, 'Something went wrong; it will be tried again.');
  }
  return 'wait';
}
