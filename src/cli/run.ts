import { openDesk } from '../app/compose.ts';
import { environment } from '../app/config.ts';
import { initDesk } from '../app/init.ts';
import { createLog } from '../app/log.ts';
import { createMonitor } from '../app/monitor/monitor.ts';
import { deskPaths, isDesk } from '../app/paths.ts';
import { runDaemon } from '../app/worker/daemon.ts';
import { threadsFor } from '../app/worker/threads.ts';
import { welcome } from './init.ts';
import { type AddCommand, deskFolderOf, say } from './output.ts';

export const addRun: AddCommand = (program) => {
  program
    .command('run')
    .summary('work all day on what is dropped into the inbox')
    .description(
      'Watches the inbox and works on whatever is dropped into it until it is stopped (Ctrl+C, or SIGTERM): what is in hand is finished first, and a second Ctrl+C ends it at once. Where it runs as a service, SIGHUP makes it read desk.yaml anew. Makes a desk first when there is none. On a terminal it says what it does in lines to read, elsewhere in JSON.',
    )
    .action(async () => {
      const folder = deskFolderOf(program);
      const machine = environment();
      const { logLevel, isTerminal, cores } = machine;
      const threads = threadsFor(cores);
      const isNew = await isMade(folder);
      const log = createLog({ level: logLevel, isTerminal, folder: deskPaths(folder).log });
      const open = await openDesk(folder, { log, threads });
      const signal = untilStopped();
      const words = welcome({ root: open.paths.root, isNew });
      say(isTerminal ? process.stdout : process.stderr, `${words}\nStop with Ctrl+C.\n`);
      const observer = createMonitor(open, machine);
      try {
        const { chores, paths } = open;
        if (!isTerminal) process.on('SIGHUP', () => void open.settings.follow('told'));
        await runDaemon(open.desk, { inboxFolder: paths.inbox, threads, signal, chores, observer });
      } finally {
        await observer.close();
        await open.close();
      }
    });
};

/** Makes a desk where there is none. One that is there is left alone: an inbox that is missing may be a share that is away. */
async function isMade(folder: string): Promise<boolean> {
  if (isDesk(folder)) return false;
  await initDesk(folder);
  return true;
}

/** The first signal asks to stop when what is in hand is finished; the next one, of either kind, ends the process at once. */
function untilStopped(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    for (const name of signals) process.off(name, stop);
    controller.abort();
  };
  for (const name of signals) process.on(name, stop);
  return controller.signal;
}

const signals = ['SIGINT', 'SIGTERM'] as const;
