import { execFileSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createContentStore } from '../../../src/adapters/fs/content-store.ts';
import { createShelf } from '../../../src/adapters/fs/shelf.ts';
import { DiskFull } from '../../../src/job/trouble.ts';
import { onlyOne, temporaryDesk, temporaryFolder } from './temporary-desk.ts';

const large = new Uint8Array(2_000_000).fill(97);

it.skipIf(!mayMount())(
  'a full disk is told as such, and leaves neither halves nor holes',
  async () => {
    const disk = await smallDisk();
    const store = createContentStore({ folder: join(disk, 'store') });
    const shelf = createShelf({ folder: join(disk, 'outbox'), deskFolder: disk });
    const kept = await store.put(new Uint8Array([1]));
    await expect(store.put(large)).rejects.toThrow(DiskFull);
    await expect(shelf.place(['acme', 'letter.docx'], large)).rejects.toThrow(/is full/);
    expect(await readdir(join(disk, 'store/temporary'))).toEqual([]);
    expect(await readdir(join(disk, 'outbox/acme'))).toEqual([]);
    expect(await store.get(kept)).toEqual(Buffer.from([1]));
    expect(await shelf.place(['acme', 'letter.docx'], new Uint8Array([1]))).toBe(
      'outbox/acme/letter.docx',
    );
  },
);

it.skipIf(!mayMount())(
  'a full work area leaves the file where the next round finds it',
  async () => {
    const disk = await smallDisk();
    const desk = await temporaryDesk({}, join(disk, 'work'));
    await desk.drop('acme/job/letter.txt', large);
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    await expect(desk.inbox.claim(intent)).rejects.toThrow(DiskFull);
    expect(await desk.inbox.whereabouts(intent)).toBe('work');
    execFileSync('mount', ['-o', 'remount,size=8m', disk]);
    expect(await desk.inbox.claim(intent)).toMatchObject({ kind: 'read' });
    expect(await readdir(join(desk.inboxFolder, 'acme/job'))).toEqual([]);
  },
);

it.skipIf(!mayMount())('a write-protected disk is told as such', async () => {
  const disk = await smallDisk();
  await mkdir(join(disk, 'store'));
  await writeFile(join(disk, 'probe'), '');
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const store = createContentStore({ folder: join(disk, 'store') });
  await expect(store.put(large)).rejects.toThrow(/write-protected/);
});

function mayMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

async function smallDisk(): Promise<string> {
  const folder = await temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return folder;
}
