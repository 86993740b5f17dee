import { execFileSync } from 'node:child_process';
import { appendFile, copyFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { onlyOne, reasonFor, temporaryDesk } from './temporary-desk.ts';

const longAgo = new Date('2020-01-01T00:00:00Z');
const docx = zipSync({ 'word/document.xml': new TextEncoder().encode('<w:document/>') });

describe('a patient look', () => {
  it('takes nothing at first sight, however old, and says when to look again', async () => {
    const desk = await temporaryDesk();
    await utimes(await desk.drop('acme/job/letter.txt'), longAgo, longAgo);
    const scan = await desk.inbox.scan({ patient: true });
    expect(scan.settled).toEqual([]);
    expect(reasonFor(scan, 'acme/job/letter.txt')).toContain('just arrived');
    expect(scan.lookAgainMs).toBeGreaterThan(0);
    expect(scan.lookAgainMs).toBeLessThanOrEqual(150);
    const again = await desk.settled();
    expect(again.settled).toHaveLength(1);
    expect(again.lookAgainMs).toBeUndefined();
  });

  it('waits for a file that grows, also with pauses shorter than the time it takes to settle', async () => {
    const desk = await temporaryDesk();
    const file = await desk.drop('acme/job/letter.txt');
    for (let round = 0; round < 5; round += 1) {
      await sleep(100);
      await appendFile(file, 'more\n');
      const scan = await desk.inbox.scan({ patient: true });
      expect(scan.settled).toEqual([]);
    }
    const moving = await desk.inbox.scan({ patient: true });
    expect(reasonFor(moving, 'acme/job/letter.txt')).toContain('still being written');
    expect(onlyOne(await desk.settled()).sizeBytes).toBe(38);
  });

  it('is not misled by a copy that keeps its time and is written in one size', async () => {
    const desk = await temporaryDesk();
    const source = join(desk.root, 'source.txt');
    await writeFile(source, 'first text');
    await utimes(source, longAgo, longAgo);
    await desk.drop('acme/job/letter.txt', 'other text');
    await utimes(join(desk.inboxFolder, 'acme/job/letter.txt'), longAgo, longAgo);
    await desk.inbox.scan({ patient: true });
    await sleep(160);
    execFileSync('cp', ['-p', source, join(desk.inboxFolder, 'acme/job/letter.txt')]);
    expect((await desk.inbox.scan({ patient: true })).settled).toEqual([]);
    expect((await desk.settled()).settled).toHaveLength(1);
  });

  it('starts anew for a file that takes another’s name', async () => {
    const desk = await temporaryDesk();
    const file = await desk.drop('acme/job/letter.txt', 'one');
    await desk.settled();
    await writeFile(`${file}.tmp`, 'two');
    await utimes(`${file}.tmp`, longAgo, longAgo);
    await rename(`${file}.tmp`, file);
    expect((await desk.inbox.scan({ patient: true })).settled).toEqual([]);
  });

  it('waits for the end of a Word document, but not for ever', async () => {
    const desk = await temporaryDesk({ endWaitMs: 600 });
    await desk.drop('acme/job/whole.docx', docx);
    await desk.drop('acme/job/half.docx', docx.subarray(0, docx.length - 30));
    await desk.drop('acme/job/zeros.docx', new Uint8Array(5_000));
    await desk.drop('acme/job/other.docx', 'not a ZIP at all');
    const scan = await desk.settled();
    expect(scan.settled.map(({ path }) => path).sort()).toEqual(['other.docx', 'whole.docx']);
    expect(reasonFor(scan, 'acme/job/half.docx')).toContain('end is not there');
    expect(reasonFor(scan, 'acme/job/zeros.docx')).toContain('end is not there');
    let last = scan;
    // the wait of each began when it was first seen, so each may end at a look of its own
    for (let looks = 0; last.lookAgainMs !== undefined && looks < 6; looks += 1) {
      await sleep(last.lookAgainMs);
      last = await desk.inbox.scan({ patient: true });
    }
    expect(last.settled).toHaveLength(4);
  });

  it('forgets what is no longer there', async () => {
    const desk = await temporaryDesk();
    const file = await desk.drop('acme/job/letter.txt');
    await desk.settled();
    const away = join(desk.root, 'away.txt');
    await rename(file, away);
    await desk.inbox.scan({ patient: true });
    await rename(away, file);
    expect((await desk.inbox.scan({ patient: true })).settled).toEqual([]);
  });
});

describe('a look that must come to an end', () => {
  it('takes old files after a short second look', async () => {
    const desk = await temporaryDesk({ settleMs: 1_500 });
    await desk.drop('acme/job/letter.txt');
    await sleep(1_550);
    const started = performance.now();
    expect((await desk.inbox.scan({ patient: false })).settled).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('waits once for all that was just dropped', async () => {
    const desk = await temporaryDesk({ settleMs: 400 });
    for (let index = 0; index < 20; index += 1) await desk.drop(`acme/job/${index}.txt`);
    const started = performance.now();
    expect((await desk.inbox.scan({ patient: false })).settled).toHaveLength(20);
    const tookMs = performance.now() - started;
    expect(tookMs).toBeGreaterThan(300);
    expect(tookMs).toBeLessThan(1_200);
  });

  it('leaves what goes on growing, and ends', async () => {
    const desk = await temporaryDesk();
    const file = await desk.drop('acme/job/letter.txt');
    await desk.drop('acme/job/done.txt');
    const growing = setInterval(() => void appendFile(file, 'more\n'), 30);
    const scan = await desk.inbox.scan({ patient: false });
    clearInterval(growing);
    expect(scan.settled.map(({ path }) => path)).toEqual(['done.txt']);
    expect(reasonFor(scan, 'acme/job/letter.txt')).toContain('still being written');
  });

  it('takes a file whose time lies in the future, by looking', async () => {
    const desk = await temporaryDesk();
    const tomorrow = new Date(Date.now() + 86_400_000);
    await utimes(await desk.drop('acme/job/letter.txt'), tomorrow, tomorrow);
    expect((await desk.inbox.scan({ patient: false })).settled).toHaveLength(1);
  });

  it('takes a document without its end at once: it will be told that it is damaged', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/half.docx', docx.subarray(0, docx.length - 30));
    expect((await desk.inbox.scan({ patient: false })).settled).toHaveLength(1);
  });
});

describe('a document that someone has open', () => {
  it.each([
    ['report.docx', '~$report.docx'],
    ['my letter.docx', '~$ letter.docx'],
    ['letters.docx', '~$etters.docx'],
  ])('%s waits while %s is there', async (name, owner) => {
    const desk = await temporaryDesk();
    await desk.drop(`acme/job/${name}`, docx);
    await desk.drop(`acme/job/${owner}`, wordOwner('Ann Ω Smith'));
    const scan = await desk.settled();
    expect(scan.settled).toEqual([]);
    expect(reasonFor(scan, `acme/job/${name}`)).toBe(
      'open in Word by Ann Ω Smith; it is taken once it is closed',
    );
    expect(scan.folders[0]?.pending).toBe(1);
  });

  it('waits for LibreOffice too', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/letter.odt');
    await desk.drop(
      'acme/job/.~lock.letter.odt#',
      ',ann,desk-7,24.11.2026 06:30,file:///home/ann/;',
    );
    const scan = await desk.settled();
    expect(reasonFor(scan, 'acme/job/letter.odt')).toContain('open in LibreOffice by ann;');
  });

  it('is taken when the mark was left behind long ago, or is garbage that names nobody', async () => {
    const desk = await temporaryDesk({ ownerFileWaitMs: 60_000 });
    await desk.drop('acme/job/letter.txt');
    const owner = await desk.drop('acme/job/~$letter.txt', Buffer.from([255, 7, 27, 91, 50, 74]));
    const scan = await desk.settled();
    expect(reasonFor(scan, 'acme/job/letter.txt')).toBe(
      'open in Word by __[2J; it is taken once it is closed',
    );
    await utimes(owner, longAgo, longAgo);
    expect((await desk.settled()).settled).toHaveLength(1);
  });

  it('does not open a pipe that has the name of a mark', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/letter.txt');
    execFileSync('mkfifo', [join(desk.inboxFolder, 'acme/job/~$letter.txt')]);
    expect((await desk.settled()).settled).toHaveLength(1);
  });
});

function wordOwner(name: string): Uint8Array {
  const bytes = Buffer.alloc(162);
  bytes[0] = name.length;
  bytes.write(name, 1, 'latin1');
  bytes.writeUInt16LE(name.length, 54);
  bytes.write(name, 56, 'utf16le');
  return bytes;
}

it('sees 2,000 files that were moved in at once, all of them and each once', async () => {
  const desk = await temporaryDesk();
  const staging = join(desk.root, 'staging');
  await desk.drop('acme/other/letter.txt');
  await rename(join(desk.inboxFolder, 'acme'), staging);
  for (let index = 0; index < 2_000; index += 1) {
    await copyFile(join(staging, 'other/letter.txt'), join(staging, `other/${index}.txt`));
  }
  await rename(staging, join(desk.inboxFolder, 'acme'));
  const scan = await desk.settled();
  expect(new Set(scan.settled.map(({ inboxPath }) => inboxPath)).size).toBe(2_001);
  expect(scan.folders[0]?.pending).toBe(2_001);
});
