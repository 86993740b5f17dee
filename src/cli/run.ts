import { openDesk } from '../app/compose.ts';
import { environment } from '../app/config.ts';
import { initDesk } from '../app/init.ts';
import { createLog } from '../app/log.ts';
import { runDaemon } from '../app/worker/daemon.ts';
import { threadsFor } from '../app/worker/threads.ts';
import { welcome } from './init.ts';
import { type AddCommand, deskFolderOf, say } from './output.ts';

export const addRun: AddCommand = (program) => {
  program
    .command('run')
    .summary('work all day on what is dropped into the inbox')
    .description(
      'Watches the inbox and works on whatever is dropped into it until it is stopped (Ctrl+C, or SIGTERM). Makes a desk first when there is none.',
    )
    .action(async () => {
      const folder = deskFolderOf(program);
      const { root } = await initDesk(folder);
      say(process.stdout, `${welcome(root)}\nStop with Ctrl+C.\n`);
      const { logLevel, isTerminal, cores } = environment();
      const log = createLog({ level: logLevel, isTerminal });
      const threads = threadsFor(cores);
      const open = await openDesk(folder, { log, threads });
      const signal = untilStopped();
      try {
        await runDaemon(open.desk, { inboxFolder: open.paths.inbox, threads, signal });
      } finally {
        await open.close();
      }
    });
};

/** The first signal asks to stop when what is in hand is finished; the second ends the process at once. */
function untilStopped(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}
