import { spawnSync } from 'node:child_process';
import { missing } from '../parts.ts';

const limit = '/proc/sys/user/max_inotify_watches';

/** What starts a program that gets so many watches at most: in a namespace of users of its own, the limit is its own. */
export function watchesLimitedTo(watches: number): readonly string[] {
  const script = `echo ${watches} > ${limit} && exec "$@"`;
  return ['unshare', '--user', '--map-root-user', 'sh', '-c', script, 'sh'];
}

export const mayLimitWatches =
  canLimit() || missing('the right to limit watches', 'this machine') !== undefined;

function canLimit(): boolean {
  const [program = '', ...words] = watchesLimitedTo(10);
  return spawnSync(program, [...words, 'true']).status === 0;
}
