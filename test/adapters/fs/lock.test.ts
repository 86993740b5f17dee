import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acquireLock } from '../../../src/adapters/fs/lock.ts';
import { temporaryFolder } from './temporary-desk.ts';

it('lets one in, names it to the next, and is free again after it', async () => {
  const file = join(await temporaryFolder(), '.proofdesk', 'lock.sqlite');
  const release = await acquireLock(file);
  await expect(acquireLock(file)).rejects.toThrow(`process ${process.pid}`);
  release();
  release();
  expect(existsSync(`${file}.pid`)).toBe(false);
  (await acquireLock(file))();
});

it('keeps other processes out, and is free at once after kill -9', async () => {
  const file = join(await temporaryFolder(), 'lock.sqlite');
  const holder = startHolder(file);
  await once(holder, 'message');
  await expect(acquireLock(file)).rejects.toThrow(
    `Another Proofdesk (process ${holder.pid}) is working on this desk.`,
  );
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  (await acquireLock(file))();
});

it('is not fooled by a note that a crash left', async () => {
  const file = join(await temporaryFolder(), 'lock.sqlite');
  const holder = startHolder(file);
  await once(holder, 'message');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(existsSync(`${file}.pid`)).toBe(true);
  const release = await acquireLock(file);
  await expect(acquireLock(file)).rejects.toThrow(`process ${process.pid}`);
  release();
});

function startHolder(file: string): ChildProcess {
  return fork(new URL('./lock-holder.ts', import.meta.url), [file]);
}
