import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  appendFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Claim, Intent } from '../../../src/job/intake.ts';
import type { Inbox } from '../../../src/ports.ts';
import {
  inboxOver,
  onlyOne,
  reasonFor,
  type TemporaryDesk,
  temporaryDesk,
  temporaryFolder,
} from './temporary-desk.ts';

const sharedMemory = '/dev/shm';

describe('claiming a file', () => {
  it('moves it into the work area and gives its bytes', async () => {
    const desk = await temporaryDesk();
    const file = await desk.drop('acme/job/letter.txt', 'Dear reader');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    expect(existsSync(join(desk.workFolder, intent.workPath))).toBe(false);
    expect(textOf(await desk.inbox.claim(intent))).toBe('Dear reader');
    expect(existsSync(file)).toBe(false);
    expect((await stat(join(desk.workFolder, intent.id))).mode & 0o777).toBe(0o700);
    expect(await readFile(join(desk.workFolder, intent.workPath), 'utf8')).toBe('Dear reader');
  });

  it('leaves one that has grown, been replaced or gone away', async () => {
    const desk = await temporaryDesk();
    const names = ['grown', 'replaced', 'gone'];
    for (const name of names) await desk.drop(`acme/job/${name}.txt`, 'one');
    const intents = (await desk.settled()).settled.map((file) => desk.inbox.intend(file));
    const at = (name: string): string => join(desk.inboxFolder, `acme/job/${name}.txt`);
    await appendFile(at('grown'), ' two');
    await writeFile(at('fresh'), 'two');
    await rename(at('fresh'), at('replaced'));
    await rename(at('gone'), join(desk.root, 'gone.txt'));
    for (const intent of intents) expect(await desk.inbox.claim(intent)).toBeUndefined();
    expect(await readFile(at('grown'), 'utf8')).toBe('one two');
    expect(await readFile(at('replaced'), 'utf8')).toBe('two');
    const places = new Map<string, string>();
    for (const intent of intents) {
      places.set(intent.file.path, await desk.inbox.whereabouts(intent));
    }
    expect(Object.fromEntries(places)).toEqual({
      'grown.txt': 'inbox',
      'replaced.txt': 'gone',
      'gone.txt': 'gone',
    });
  });

  it('does not follow a folder that became a link', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/letter.txt');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    await rename(join(desk.inboxFolder, 'acme/job'), join(desk.root, 'elsewhere'));
    await symlink(join(desk.root, 'elsewhere'), join(desk.inboxFolder, 'acme/job'));
    expect(await desk.inbox.claim(intent)).toBeUndefined();
    expect(await readdir(join(desk.root, 'elsewhere'))).toEqual(['letter.txt']);
  });

  it('does not read a file that is too large, but knows its content', async () => {
    const desk = await temporaryDesk({ sizeBytesMax: 10 });
    await desk.drop('acme/job/letter.txt', 'hello world');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    expect(await desk.inbox.claim(intent)).toEqual({
      kind: 'too-large',
      intent,
      sizeBytes: 11,
      original: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
      deskPath: `.proofdesk/work/${intent.workPath}`,
    });
  });
});

describe('a writer that keeps its hold on a file that was taken', () => {
  it('is noticed before the file is taken, and the file stays', async () => {
    const desk = await temporaryDesk();
    const file = await desk.drop('acme/job/letter.txt', 'one');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    await writeFile(file, 'two');
    expect(await desk.inbox.claim(intent)).toBeUndefined();
    expect(await readFile(file, 'utf8')).toBe('two');
    expect(await readdir(join(desk.root, '.proofdesk')).catch(() => [])).toEqual([]);
  });

  it('is waited for: nothing is read before it stands still, and the job stays open', async () => {
    const desk = await temporaryDesk();
    const file = await desk.drop('acme/job/letter.txt', 'x'.repeat(20_000_000));
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    await mkdir(join(desk.workFolder, intent.id), { recursive: true });
    await rename(file, join(desk.workFolder, intent.workPath));
    const handle = await open(join(desk.workFolder, intent.workPath), 'a');
    const writing = setInterval(() => void handle.write(' more'), 2);
    expect(await desk.inbox.claim(intent)).toBeUndefined();
    expect(await desk.inbox.whereabouts(intent)).toBe('work');
    const scan = await desk.inbox.scan({ patient: true });
    expect(reasonFor(scan, 'acme/job/letter.txt')).toContain('still being written');
    expect(scan.folders).toMatchObject([{ client: 'acme', folder: 'job', pending: 1 }]);
    clearInterval(writing);
    await sleep(20);
    await handle.close();
    const { size } = await stat(join(desk.workFolder, intent.workPath));
    expect(textOf(await desk.inbox.claim(intent))).toHaveLength(size);
    const after = await desk.inbox.scan({ patient: true });
    expect(after.waiting).toEqual([]);
    expect(after.folders[0]?.pending).toBe(0);
  });

  it('gets its file back into the inbox when it writes on after the release', async () => {
    const desk = await temporaryDesk({ keepMs: 60_000 });
    const file = await desk.drop('acme/job/letter.txt', 'the first half');
    const handle = await open(file, 'a');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    expect(textOf(await desk.inbox.claim(intent))).toBe('the first half');
    await handle.write(' and, after the network came back,');
    await desk.inbox.release(intent);
    await desk.inbox.scan({ patient: true });
    await handle.write(' the second');
    await handle.close();
    const again = desk.inbox.intend(onlyOne(await desk.settled()));
    expect(textOf(await desk.inbox.claim(again))).toBe(
      'the first half and, after the network came back, the second',
    );
    expect(await readdir(desk.workFolder)).toEqual([again.id]);
  });

  it('is noticed by the next process too, and never writes over a newer file', async () => {
    const desk = await temporaryDesk({ keepMs: 60_000 });
    const file = await desk.drop('acme/job/letter.txt', 'half');
    const handle = await open(file, 'a');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    await desk.inbox.claim(intent);
    await desk.inbox.release(intent);
    await desk.drop('acme/job/letter.txt', 'newer');
    await handle.write(' and half');
    await handle.close();
    await inboxOver(desk).scan({ patient: true });
    expect(await readFile(file, 'utf8')).toBe('newer');
    expect(await readFile(join(desk.inboxFolder, 'acme/job/letter (2).txt'), 'utf8')).toBe(
      'half and half',
    );
  });

  it('is not expected for ever: the work copy is deleted in the end', async () => {
    const desk = await temporaryDesk({ keepMs: 100 });
    await desk.drop('acme/job/letter.txt');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    await desk.inbox.claim(intent);
    await desk.inbox.release(intent);
    await desk.inbox.scan({ patient: true });
    expect(await readdir(desk.workFolder)).toHaveLength(2);
    await sleep(110);
    await desk.inbox.scan({ patient: true });
    expect(await readdir(desk.workFolder)).toEqual([]);
  });
});

describe('a crash', () => {
  it('between note and move leaves the file in the inbox', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/letter.txt');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    const later = inboxOver(desk);
    expect(await later.whereabouts(intent)).toBe('inbox');
    expect(textOf(await later.claim(intent))).toBe('Dear reader,\n');
  });

  it('between move and ledger leaves it in the work area, where the next process reads it', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/letter.txt');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    await desk.inbox.claim(intent);
    const later = inboxOver(desk);
    expect(await later.whereabouts(intent)).toBe('work');
    expect(textOf(await later.claim(intent))).toBe('Dear reader,\n');
  });

  it('while it is set aside is mended by doing it again', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/part/letter.txt');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    await desk.inbox.claim(intent);
    const path = await desk.inbox.setAside(intent);
    expect(path).toBe('duplicates/acme/job/part/letter.txt');
    const later = inboxOver(desk);
    expect(await later.whereabouts(intent)).toBe('work');
    expect(await later.setAside(intent)).toBe(path);
    await later.release(intent);
    expect(await readdir(join(desk.root, 'duplicates/acme/job/part'))).toEqual(['letter.txt']);
  });
});

describe.skipIf(!existsSync(sharedMemory))('a work area on another disk', () => {
  it('gets a copy, and the original goes', async () => {
    const desk = await temporaryDesk({}, await temporaryFolder(sharedMemory));
    const file = await desk.drop('acme/job/letter.txt', 'Dear reader');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    expect(textOf(await desk.inbox.claim(intent))).toBe('Dear reader');
    expect(existsSync(file)).toBe(false);
    expect(await readdir(join(desk.inboxFolder, 'acme/job'))).toEqual([]);
  });

  it('is filled by the next process when a crash came in between', async () => {
    const desk = await temporaryDesk({}, await temporaryFolder(sharedMemory));
    const file = await desk.drop('acme/job/letter.txt', 'Dear reader');
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    await rename(file, join(desk.inboxFolder, `acme/job/.proofdesk-${intent.id}`));
    await mkdir(join(desk.workFolder, intent.id));
    await writeFile(join(desk.workFolder, `${intent.workPath}.partial`), 'Dear r');
    const later = inboxOver(desk);
    expect(await later.whereabouts(intent)).toBe('work');
    expect(textOf(await later.claim(intent))).toBe('Dear reader');
    expect(await readdir(join(desk.workFolder, intent.id))).toEqual(['letter.txt']);
  });

  it('gets no half copy of a file that is being written', async () => {
    const desk = await temporaryDesk({}, await temporaryFolder(sharedMemory));
    const file = await desk.drop('acme/job/letter.txt', 'x'.repeat(10_000_000));
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    const taking = join(desk.inboxFolder, `acme/job/.proofdesk-${intent.id}`);
    await rename(file, taking);
    const handle = await open(taking, 'a');
    const writing = setInterval(() => void handle.write(' more'), 1);
    expect(await desk.inbox.claim(intent)).toBeUndefined();
    clearInterval(writing);
    await sleep(20);
    await handle.close();
    expect(await desk.inbox.whereabouts(intent)).toBe('work');
    expect(textOf(await desk.inbox.claim(intent))).toMatch(/^x+( more)+$/);
  });
});

describe('four processes at one inbox', () => {
  it.each([
    ['the same disk', undefined],
    ['another disk', sharedMemory],
  ])('take 200 files, none twice and none lost: %s', async (_where, parent) => {
    if (parent && !existsSync(parent)) return;
    const work = parent ? await temporaryFolder(parent) : undefined;
    const desk = await temporaryDesk({}, work);
    for (let index = 0; index < 200; index += 1)
      await desk.drop(`acme/job/${index}.txt`, `text ${index}`);
    const { settled } = await desk.settled();
    const racers = [1, 2, 3, 4].map(() => startRacer(desk));
    await Promise.all(racers.map((racer) => once(racer, 'message')));
    for (const racer of racers) racer.send(settled);
    const results = await Promise.all(racers.map((racer) => once(racer, 'message')));
    const texts = results.flatMap(([claimed]) => claimed as string[]);
    expect(texts).toHaveLength(200);
    expect(new Set(texts).size).toBe(200);
    expect(results.filter(([claimed]) => (claimed as string[]).length > 0).length).toBeGreaterThan(
      1,
    );
  });
});

describe('many claims in a row, each ended by kill -9', () => {
  it('lose nothing: every file is in the inbox or in the work area of its note', async () => {
    const desk = await temporaryDesk();
    for (let index = 0; index < 30; index += 1)
      await desk.drop(`acme/job/${index}.txt`, `text ${index}`);
    const found = new Map<string, string>();
    for (let round = 0; round < 4; round += 1) {
      const inbox = inboxOver(desk);
      await inbox.scan({ patient: true });
      await sleep(160);
      const { settled } = await inbox.scan({ patient: true });
      const intents = settled.map((file) => inbox.intend(file));
      const racer = startRacer(desk);
      await once(racer, 'message');
      racer.send(intents);
      const enough = 1 + (round % 3);
      while ((await movedOf(intents, inbox)) < enough) await sleep(1);
      racer.kill('SIGKILL');
      await once(racer, 'exit');
      for (const intent of intents) {
        const place = await inbox.whereabouts(intent);
        expect(place).not.toBe('gone');
        if (place === 'work') found.set(intent.file.path, textOf(await inbox.claim(intent)));
      }
    }
    const left = await readdir(join(desk.inboxFolder, 'acme/job'));
    expect(found.size + left.length).toBe(30);
    for (const [path, text] of found) expect(text).toBe(`text ${path.replace('.txt', '')}`);
    expect(found.size).toBeGreaterThanOrEqual(7);
  });
});

it('leaves a file that cannot be moved, and says why until it is tried again', async () => {
  const desk = await temporaryDesk();
  const file = await desk.drop('acme/job/letter.txt');
  const [code] = await once(spawn('chattr', ['+i', file]), 'exit').catch(() => [1]);
  if (code !== 0) return;
  try {
    const intent = desk.inbox.intend(onlyOne(await desk.settled()));
    expect(await desk.inbox.claim(intent)).toBeUndefined();
    const scan = await desk.inbox.scan({ patient: true });
    expect(reasonFor(scan, 'acme/job/letter.txt')).toContain('may not take it');
    expect(await desk.inbox.whereabouts(intent)).toBe('inbox');
  } finally {
    await once(spawn('chattr', ['-i', file]), 'exit');
  }
});

/** How many of these files a process has moved, whatever lies in the work area beside them. */
async function movedOf(intents: readonly Intent[], inbox: Inbox): Promise<number> {
  const places = await Promise.all(intents.map((intent) => inbox.whereabouts(intent)));
  return places.filter((place) => place === 'work').length;
}

function startRacer(desk: TemporaryDesk): ChildProcess {
  return fork(new URL('./racer.ts', import.meta.url), [
    desk.root,
    desk.inboxFolder,
    desk.workFolder,
  ]);
}

function textOf(claim: Claim | undefined): string {
  if (claim?.kind !== 'read') throw new Error(`not read: ${claim?.kind}`);
  return Buffer.from(claim.bytes).toString();
}
