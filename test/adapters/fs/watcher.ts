import { setTimeout as sleep } from 'node:timers/promises';
import { watchInbox } from '../../../src/adapters/fs/watch.ts';

/** A process that watches a folder with few watches and tells how that went. */

const troubles: string[] = [];
const watch = await watchInbox(
  process.argv[2] ?? '',
  () => {},
  (sentence) => troubles.push(sentence),
);
await sleep(700);
const { mode } = watch;
await watch.checkRoot();
process.stdout.write(JSON.stringify({ mode, modeAfter: watch.mode, troubles }));
await watch.close();
