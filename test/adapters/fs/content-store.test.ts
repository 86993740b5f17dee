import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createContentStore } from '../../../src/adapters/fs/content-store.ts';
import type { ContentHash } from '../../../src/job/job.ts';
import { temporaryFolder } from './temporary-desk.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const helloHash = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824' as ContentHash;

it('gives back what it was given, under its SHA-256', async () => {
  const store = createContentStore({ folder: await temporaryFolder() });
  expect(await store.put(text('hello'))).toBe(helloHash);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      expect(Buffer.from(await store.get(await store.put(bytes)))).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 30 },
  );
});

it('keeps a content once, readable by nobody else, and leaves nothing half done', async () => {
  const folder = join(await temporaryFolder(), 'store');
  const store = createContentStore({ folder });
  await Promise.all([1, 2, 3, 4].map(() => store.put(text('hello'))));
  expect(await readdir(folder, { recursive: true })).toEqual(
    expect.arrayContaining(['2c', 'temporary', join('2c', helloHash)]),
  );
  expect(await readdir(join(folder, 'temporary'))).toEqual([]);
  expect((await stat(join(folder, '2c', helloHash))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, '2c'))).mode & 0o777).toBe(0o700);
});

it('says when a content is damaged or missing, and mends it when it is put again', async () => {
  const folder = await temporaryFolder();
  const store = createContentStore({ folder });
  await expect(store.get(helloHash)).rejects.toThrow('has nothing under');
  await store.put(text('hello'));
  await writeFile(join(folder, '2c', helloHash), 'hellO');
  await expect(store.get(helloHash)).rejects.toThrow('damaged');
  await store.put(text('hello'));
  expect(Buffer.from(await store.get(helloHash)).toString()).toBe('hello');
});

it('makes no path of what is no hash', async () => {
  const store = createContentStore({ folder: await temporaryFolder() });
  await expect(store.get('../../../../etc/passwd' as ContentHash)).rejects.toThrow('not the hash');
});

it('takes away what a crash left long ago, and not what is being written', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'temporary'));
  for (const name of ['old', 'young']) await writeFile(join(folder, 'temporary', name), '');
  const longAgo = new Date('2020-01-01T00:00:00Z');
  await utimes(join(folder, 'temporary', 'old'), longAgo, longAgo);
  await createContentStore({ folder }).put(text('hello'));
  expect(await readdir(join(folder, 'temporary'))).toEqual(['young']);
  expect(await readFile(join(folder, '2c', helloHash), 'utf8')).toBe('hello');
});

it('goes on once it can write, although it could not at first', async () => {
  const folder = await temporaryFolder();
  const store = createContentStore({ folder });
  await writeFile(join(folder, 'temporary'), 'in the way');
  await expect(store.put(text('hello'))).rejects.toThrow('EEXIST');
  await rm(join(folder, 'temporary'));
  expect(await store.put(text('hello'))).toBe(helloHash);
});
