import { acquireLock } from '../../../src/adapters/fs/lock.ts';

/** A process that holds a desk's lock until it is killed. */

await acquireLock(process.argv[2] ?? '');
process.send?.('held');
setInterval(() => {}, 60_000);
