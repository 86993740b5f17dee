import { expect, it } from 'vitest';
import { type Arrived, inTurns } from '../../../src/adapters/fs/inbox/turns.ts';
import type { ClientName } from '../../../src/job/job.ts';

function arrived(client: string, name: string, sinceMs: number): Arrived {
  const inboxPath = `${client}/${name}`;
  const place = { client: client as ClientName, folder: name, bare: true, path: name, inboxPath };
  return { file: { ...place, inode: '1', sizeBytes: 1 }, sinceMs };
}

function order(files: readonly Arrived[]): readonly string[] {
  return inTurns(files).map(({ inboxPath }) => inboxPath);
}

it('of one client, takes what came first first', () => {
  const files = [arrived('anna', 'c', 3), arrived('anna', 'a', 2), arrived('anna', 'b', 1)];
  expect(order(files)).toEqual(['anna/b', 'anna/a', 'anna/c']);
});

it('takes one file of each client in turn, however many another has and however old they are', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => arrived('anna', `${at}`, at));
  const all = order([...many, arrived('zoe', 'one', 90_000), arrived('ben', 'one', 80_000)]);
  expect(all.slice(0, 4)).toEqual(['anna/0', 'ben/one', 'zoe/one', 'anna/1']);
  expect(all).toHaveLength(5_002);
});

it('goes by name where files came at the same time, as out of an archive', () => {
  expect(order([arrived('anna', 'b', 1), arrived('anna', 'a', 1)])).toEqual(['anna/a', 'anna/b']);
});
