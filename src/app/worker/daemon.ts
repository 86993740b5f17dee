import { watchInbox } from '../../adapters/fs/watch.ts';
import { DiskFull } from '../../job/trouble.ts';
import type { Desk } from '../../steps/step.ts';
import { intakeRound, isInboxAway } from './intake.ts';
import { createNap, startRunners } from './runners.ts';

/** Everything is looked at this often, whatever the watcher says: events are hints. */
const rescanMs = 30_000;

/** While jobs are about to close, a look costs little. */
const eagerMs = 1_000;

/** After trouble that only a person or time can mend. */
const pauseMs = 30_000;

/** Works until `signal` aborts; then finishes what is in hand and returns. */
export async function runDaemon(
  desk: Desk,
  options: { readonly inboxFolder: string; readonly threads: number; readonly signal: AbortSignal },
): Promise<void> {
  const nap = createNap();
  const runners = startRunners(desk, options.threads, {
    onEnd: () => nap.wake(),
    onTrouble: (error) => waitOut(error, desk),
  });
  const watcher = await watchInbox(options.inboxFolder, nap.wake, (trouble) =>
    desk.log.warn({}, trouble),
  );
  desk.log.info({ mode: watcher.mode }, 'the inbox is being watched');
  options.signal.addEventListener('abort', nap.wake, { once: true });
  while (!options.signal.aborted) {
    const waitMs = await lookOnce(desk);
    runners.wake();
    if (!options.signal.aborted) await nap.sleep(waitMs);
    await watcher.checkRoot();
  }
  desk.log.info({}, 'stopping: what is in hand is finished first');
  await watcher.close();
  await runners.stop();
}

/** One look at the inbox; how long until the next is due at the latest. */
async function lookOnce(desk: Desk): Promise<number> {
  try {
    const { lookAgainMs } = await intakeRound(desk, 'quiet-period');
    const gathering = (await desk.ledger.gatheringJobs()).length > 0;
    return Math.min(lookAgainMs ?? rescanMs, gathering ? eagerMs : rescanMs);
  } catch (error) {
    waitOut(error, desk);
    return pauseMs;
  }
}

/** A full disk or a missing share is waited out; anything else is said and tried again all the same. */
function waitOut(error: unknown, { log }: Desk): 'wait' {
  if (error instanceof DiskFull) {
    log.error({}, 'The disk is full. Nothing is lost; work goes on when there is room again.');
  } else if (isInboxAway(error)) {
    log.error({}, `The inbox is not there: ${error.message}`);
  } else {
    log.error({ err: error }, 'Something went wrong; it will be tried again.');
  }
  return 'wait';
}
