import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { link, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveName } from '../../../src/adapters/fs/durable.ts';
import { createShelf } from '../../../src/adapters/fs/shelf.ts';
import type { Shelf } from '../../../src/ports.ts';
import { largeText } from './large-text.ts';
import { temporaryFolder } from './temporary-desk.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

async function temporaryShelf(): Promise<{ desk: string; outbox: string; shelf: Shelf }> {
  const desk = await temporaryFolder();
  const outbox = join(desk, 'outbox');
  return { desk, outbox, shelf: createShelf({ folder: outbox, deskFolder: desk }) };
}

describe('placing a file', () => {
  it('writes it whole, tells where, and reads it back', async () => {
    const { desk, outbox, shelf } = await temporaryShelf();
    const path = await shelf.place(['acme', 'job', 'corrected', 'letter.docx'], text('one'));
    expect(path).toBe('outbox/acme/job/corrected/letter.docx');
    expect(await readFile(join(desk, path), 'utf8')).toBe('one');
    expect(Buffer.from(await shelf.read(path)).toString()).toBe('one');
    expect(await readdir(join(outbox, 'acme/job/corrected'))).toEqual(['letter.docx']);
  });

  it('leaves the same bytes alone and never writes over others', async () => {
    const { desk, shelf } = await temporaryShelf();
    const first = await shelf.place(['acme', 'letter.docx'], text('one'));
    const { mtimeMs, ino } = await stat(join(desk, first));
    expect(await shelf.place(['acme', 'letter.docx'], text('two'))).toBe(
      'outbox/acme/letter (2).docx',
    );
    expect(await shelf.place(['acme', 'letter.docx'], text('333'))).toBe(
      'outbox/acme/letter (3).docx',
    );
    expect(await shelf.place(['acme', 'letter.docx'], text('two'))).toBe(
      'outbox/acme/letter (2).docx',
    );
    expect(await shelf.place(['acme', 'letter.docx'], text('one'))).toBe(first);
    expect(await stat(join(desk, first))).toMatchObject({ mtimeMs, ino });
  });

  it('does not take from under one that places it what another finds placed', async () => {
    const { outbox, shelf } = await temporaryShelf();
    for (let round = 0; round < 60; round += 1) {
      const path = ['a', `invoice ${round}.pdf`];
      const placed = Array.from({ length: 8 }, async (_one, index) => {
        await sleep(index % 4);
        return shelf.place(path, text(`the same ${round}`));
      });
      expect(new Set(await Promise.all(placed))).toEqual(new Set([`outbox/${path.join('/')}`]));
    }
    expect(await readdir(join(outbox, 'a'))).toHaveLength(60);
  });

  it('gives each of many at once a name of its own', async () => {
    const { outbox, shelf } = await temporaryShelf();
    const contents = Array.from({ length: 12 }, (_one, index) => `text ${index % 6}`);
    const paths = await Promise.all(contents.map((one) => shelf.place(['a', 'x.md'], text(one))));
    expect(new Set(paths).size).toBe(6);
    for (const [index, path] of paths.entries()) {
      expect(Buffer.from(await shelf.read(path)).toString()).toBe(contents[index]);
    }
    expect(await readdir(join(outbox, 'a'))).toHaveLength(6);
  });

  it('takes away what a process left that was killed while it wrote', async () => {
    const { desk, outbox, shelf } = await temporaryShelf();
    const writer = fork(new URL('./shelf-writer.ts', import.meta.url), [desk]);
    const folder = join(outbox, 'acme');
    while (!existsSync(folder) || (await readdir(folder)).length === 0) await sleep(1);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^\.proofdesk-.*\.tmp$/)]);
    expect(await shelf.place(['acme', 'large.txt'], largeText)).toBe('outbox/acme/large.txt');
    expect(await readdir(folder)).toEqual(['large.txt']);
  });

  it('takes away what was left of it when the process ended between the naming and the clearing up', async () => {
    const { outbox, shelf } = await temporaryShelf();
    await shelf.place(['acme', 'letter.docx'], text('one'));
    const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
    const mark = sha256(`letter.docx\n${sha256('one')}`).slice(0, 24);
    const folder = join(outbox, 'acme');
    await link(join(folder, 'letter.docx'), join(folder, `.proofdesk-${mark}.tmp`));
    await shelf.place(['acme', 'letter.docx'], text('one'));
    expect(await readdir(folder)).toEqual(['letter.docx']);
  });

  it('stays on the shelf, whatever the names', async () => {
    const { desk, shelf } = await temporaryShelf();
    const name = fc.oneof(
      fc.constantFrom('..', '.', '', '../x', '/etc', 'a\\..\\b'),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (path) => {
        const taken = await shelf.place(path, text(path.join('|')));
        expect(taken.split('/')).toHaveLength(path.length + 1);
        expect(taken.startsWith('outbox/')).toBe(true);
        expect(await readFile(join(desk, taken), 'utf8')).toBe(path.join('|'));
      }),
      { numRuns: 60 },
    );
    expect((await readdir(desk)).sort()).toEqual(['outbox']);
    await expect(shelf.read('desk.yaml')).rejects.toThrow('not inside');
    await expect(shelf.read('outbox/../desk.yaml')).rejects.toThrow('not inside');
    await expect(shelf.read('/etc/passwd')).rejects.toThrow('not inside');
  });

  it('goes round a file that has the name of a folder, and a link that has the name of a file', async () => {
    const { desk, outbox, shelf } = await temporaryShelf();
    await shelf.place(['acme', 'report'], text('a document without an ending'));
    expect(await shelf.place(['acme', 'report', 'x.html'], text('one'))).toBe(
      'outbox/acme/report (2)/x.html',
    );
    await writeFile(join(desk, 'secret'), 'two');
    await symlink(join(desk, 'secret'), join(outbox, 'acme/letter.md'));
    expect(await shelf.place(['acme', 'letter.md'], text('two'))).toBe('outbox/acme/letter (2).md');
    expect(await readFile(join(desk, 'secret'), 'utf8')).toBe('two');
  });
});

describe('taking a file back', () => {
  it('takes it with what lies beside it, and leaves what is another’s', async () => {
    const { outbox, shelf } = await temporaryShelf();
    const path = ['acme', 'offer', 'letter.docx'];
    await shelf.place(path, text('one'));
    await shelf.place(['acme', 'offer', 'letter.docx.reason.txt'], text('why one'));
    expect(await shelf.place(path, text('two'))).toBe('outbox/acme/offer/letter (2).docx');
    await shelf.place(['acme', 'offer', 'letter (2).docx.reason.txt'], text('why two'));
    await shelf.takeBack(path, text('two'), '.reason.txt');
    await shelf.takeBack(path, text('three'), '.reason.txt');
    expect(await readdir(join(outbox, 'acme/offer'))).toEqual([
      'letter.docx',
      'letter.docx.reason.txt',
    ]);
    await shelf.takeBack(path, text('one'), '.reason.txt');
    await shelf.takeBack(path, text('one'), '.reason.txt');
    expect(await readdir(outbox)).toEqual([]);
  });
});

describe('placing a file that is too large for memory', () => {
  it('gives it a second place without a second copy, and may be done again', async () => {
    const { desk, shelf } = await temporaryShelf();
    await writeFile(join(desk, 'large.docx'), 'large');
    await shelf.place(['acme', 'large.docx'], text('other'));
    const path = await shelf.placeFile(['acme', 'large.docx'], 'large.docx');
    expect(path).toBe('outbox/acme/large (2).docx');
    expect((await stat(join(desk, path))).ino).toBe((await stat(join(desk, 'large.docx'))).ino);
    expect(await shelf.placeFile(['acme', 'large.docx'], 'large.docx')).toBe(path);
    await expect(shelf.placeFile(['acme', 'x'], '../elsewhere')).rejects.toThrow('not inside');
  });

  it.skipIf(!existsSync('/dev/shm'))('copies it to another disk, once', async () => {
    const { desk } = await temporaryShelf();
    await writeFile(join(desk, 'large.docx'), 'large');
    const far = await temporaryFolder('/dev/shm');
    await symlink(far, join(desk, 'quarantine'));
    const shelf = createShelf({ folder: join(desk, 'quarantine'), deskFolder: desk });
    const path = await shelf.placeFile(['acme', 'large.docx'], 'large.docx');
    expect(path).toBe('quarantine/acme/large.docx');
    expect(await readFile(join(far, 'acme/large.docx'), 'utf8')).toBe('large');
    expect(await shelf.placeFile(['acme', 'large.docx'], 'large.docx')).toBe(path);
    expect(await readdir(join(far, 'acme'))).toEqual(['large.docx']);
  });
});

describe('a file system without links', () => {
  const linkless = (): Promise<never> =>
    Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' }));

  it('gets the file whole, and nothing is written over', async () => {
    const folder = await temporaryFolder();
    const at = (name: string): string => join(folder, name);
    for (const name of ['one', 'two']) await writeFile(at(name), name);
    expect(await giveName(at('one'), at('name'), linkless)).toBe(true);
    expect(await giveName(at('two'), at('name'), linkless)).toBe(false);
    expect(await readFile(at('name'), 'utf8')).toBe('one');
    expect((await readdir(folder)).sort()).toEqual(['name', 'two']);
  });
});
