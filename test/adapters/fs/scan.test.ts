import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { InboxUnavailable } from '../../../src/job/trouble.ts';
import { reasonFor, temporaryDesk } from './temporary-desk.ts';

describe('what a scan sees', () => {
  it('takes the first folder for the client, the next for the job, and the rest for the path', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/spring/part one/letter.docx');
    const scan = await desk.settled();
    expect(scan.settled).toMatchObject([
      {
        client: 'acme',
        folder: 'spring',
        bare: false,
        path: 'part one/letter.docx',
        inboxPath: 'acme/spring/part one/letter.docx',
        sizeBytes: 13,
      },
    ]);
    expect(scan.folders).toEqual([{ client: 'acme', folder: 'spring', ready: false, pending: 1 }]);
    expect(scan.waiting).toEqual([]);
  });

  it('takes a bare file for a job of its own, named without its ending', async () => {
    const desk = await temporaryDesk();
    for (const name of ['letter.docx', 'v1.2 final', 'notes.2024']) {
      await desk.drop(`acme/${name}`);
      await sleep(5);
    }
    const { settled, folders } = await desk.settled();
    expect(settled.map(({ folder, bare, path }) => [folder, bare, path])).toEqual([
      ['letter', true, 'letter.docx'],
      ['v1.2 final', true, 'v1.2 final'],
      ['notes.2024', true, 'notes.2024'],
    ]);
    expect(folders).toEqual([]);
  });

  it('takes any kind of file, so that what cannot be handled is told and not passed over', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/picture.psd');
    expect((await desk.settled()).settled).toHaveLength(1);
  });

  it('shows a file outside a client’s folder as one that a person must move', async () => {
    const desk = await temporaryDesk();
    await desk.drop('letter.docx');
    const scan = await desk.settled();
    expect(scan.settled).toEqual([]);
    expect(scan.waiting).toEqual([
      { path: 'letter.docx', reason: expect.stringContaining('inbox/<client>/'), stuck: true },
    ]);
  });

  it.each([
    '.hidden',
    '.DS_Store',
    '._letter.docx',
    '~$tter.docx',
    '.~lock.letter.odt#',
    '~WRL0003.tmp',
    'letter.tmp',
    'letter.txt.swp',
    'letter.txt~',
    'letter.lock',
    'Thumbs.db',
    'desktop.ini',
    'letter.docx.crdownload',
    'letter.docx.part',
    'letter.docx.partial',
    'letter.download',
    'letter.filepart',
  ])('leaves %s alone, and says so', async (name) => {
    const desk = await temporaryDesk();
    await desk.drop(`acme/job/${name}`);
    const scan = await desk.settled();
    expect(scan.settled).toEqual([]);
    expect(scan.waiting).toMatchObject([{ path: `acme/job/${name}`, stuck: false }]);
  });

  it.each([
    '@eaDir',
    '.stfolder',
    '.stversions',
    '.sync',
    '#recycle',
    '$RECYCLE.BIN',
    'System Volume Information',
  ])('does not go into %s, and says so', async (name) => {
    const desk = await temporaryDesk();
    await desk.drop(`acme/job/${name}/letter.docx`);
    await desk.drop(`${name}/job/letter.docx`);
    const scan = await desk.settled();
    expect(scan.settled).toEqual([]);
    expect(scan.waiting.map(({ path }) => path).sort()).toEqual(
      [`acme/job/${name}/`, `${name}/`].sort(),
    );
  });

  it('never follows links, and shows them, pipes too', async () => {
    const desk = await temporaryDesk();
    const outside = join(desk.root, 'secret.txt');
    await writeFile(outside, 'not for the client');
    await desk.drop('acme/job/letter.txt');
    await symlink(outside, join(desk.inboxFolder, 'acme/job/link.txt'));
    await symlink(desk.root, join(desk.inboxFolder, 'acme/job/folder'));
    await symlink(desk.root, join(desk.inboxFolder, 'client'));
    execFileSync('mkfifo', [join(desk.inboxFolder, 'acme/job/pipe.txt')]);
    const scan = await desk.settled();
    expect(scan.settled.map(({ path }) => path)).toEqual(['letter.txt']);
    expect(scan.waiting.map(({ path, stuck }) => [path, stuck])).toEqual([
      ['acme/job/folder', true],
      ['acme/job/link.txt', true],
      ['acme/job/pipe.txt', true],
      ['client', true],
    ]);
  });

  it('lets an empty file wait, and asks for a person when it stays so', async () => {
    const desk = await temporaryDesk({ emptyWaitMs: 300 });
    await desk.drop('acme/job/letter.docx', '');
    const early = await desk.settled();
    expect(early.waiting).toMatchObject([
      { stuck: false, reason: expect.stringContaining('empty') },
    ]);
    expect(early.folders[0]?.pending).toBe(1);
    const later = await desk.settled();
    expect(later.waiting).toMatchObject([{ stuck: true }]);
    expect(later.settled).toEqual([]);
  });

  it('shows a name that is not text, and goes on with the others', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/letter.txt');
    const folder = Buffer.from(`${join(desk.inboxFolder, 'acme/job')}/`);
    await writeFile(
      Buffer.concat([folder, Buffer.from([0x62, 0xe9, 0x2e, 0x74, 0x78, 0x74])]),
      'x',
    );
    const scan = await desk.settled();
    expect(scan.settled.map(({ path }) => path)).toEqual(['letter.txt']);
    expect(scan.waiting).toMatchObject([{ path: 'acme/job/b\uFFFD.txt', stuck: true }]);
    expect(scan.folders[0]?.pending).toBe(2);
  });

  it('composes names, and tells apart what only differs in how it is written', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/re\u0301sume\u0301.txt', 'one');
    expect((await desk.settled()).settled).toMatchObject([
      { path: 'résumé.txt', inboxPath: 'acme/job/re\u0301sume\u0301.txt' },
    ]);
    await desk.drop('acme/job/r\u00E9sum\u00E9.txt', 'two');
    const paths = (await desk.settled()).settled.map(({ path }) => path);
    expect(paths.sort()).toEqual(['résumé (2).txt', 'résumé.txt']);
  });

  it('takes odd names, and shows nothing of them that misleads', async () => {
    const desk = await temporaryDesk();
    const long = `${'w'.repeat(250)}.txt`;
    for (const name of ['a\nb.txt', 'inv\u202Excod.txt', long]) await desk.drop(`acme/job/${name}`);
    const { settled } = await desk.settled();
    expect(settled.map(({ path }) => path)).toEqual(['a_b.txt', 'inv_xcod.txt', long]);
    for (const file of settled)
      expect(await desk.inbox.claim(desk.inbox.intend(file))).toBeDefined();
  });

  it('does not go deeper than people do', async () => {
    const desk = await temporaryDesk({ depthMax: 4 });
    await desk.drop('acme/job/1/2/letter.txt');
    await desk.drop('acme/job/1/2/3/letter.txt');
    const scan = await desk.settled();
    expect(scan.settled.map(({ path }) => path)).toEqual(['1/2/letter.txt']);
    expect(scan.waiting).toMatchObject([{ path: 'acme/job/1/2/3/', stuck: true }]);
    expect(scan.folders[0]?.pending).toBe(2);
  });

  it('looks at so many files and says how many more there are; their jobs stay open', async () => {
    const desk = await temporaryDesk({ filesMax: 3 });
    for (let index = 0; index < 5; index += 1) await desk.drop(`acme/job/${index}.txt`);
    const scan = await desk.settled();
    expect(scan.settled).toHaveLength(3);
    expect(scan.waiting).toMatchObject([{ path: '', reason: expect.stringContaining('2 more') }]);
    expect(scan.folders[0]?.pending).toBe(5);
  });
});

describe('what a job’s folder says', () => {
  it.each(['READY', 'ready', 'Ready.txt'])('is ready by %s', async (name) => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/letter.txt');
    await desk.drop(`acme/job/${name}`, '');
    const scan = await desk.settled();
    expect(scan.folders).toEqual([{ client: 'acme', folder: 'job', ready: true, pending: 1 }]);
    expect(scan.waiting).toEqual([]);
  });

  it('shows a READY that lies where it means nothing', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/READY', '');
    await desk.drop('acme/job/part/READY', '');
    const scan = await desk.settled();
    expect(scan.waiting.map(({ stuck }) => stuck)).toEqual([true, true]);
    expect(scan.folders[0]?.ready).toBe(false);
  });

  it('reads what is to come from job.yaml', async () => {
    const desk = await temporaryDesk();
    await desk.drop(
      'acme/job/job.yaml',
      'title: Spring\nexpected_files:\n  - ./one.docx\n  - part\\two.docx\n',
    );
    const { folders } = await desk.settled();
    expect(folders).toEqual([
      {
        client: 'acme',
        folder: 'job',
        ready: false,
        pending: 0,
        expectedFiles: ['one.docx', 'part/two.docx'],
      },
    ]);
  });

  it('holds the job open while its job.yaml has a fault, or is still being written', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/job.yaml', 'expected_files: [one.docx\n');
    const fresh = await desk.inbox.scan({ patient: true });
    expect(fresh.folders[0]?.pending).toBe(1);
    const scan = await desk.settled();
    expect(scan.folders[0]?.pending).toBe(1);
    expect(scan.waiting).toMatchObject([{ path: 'acme/job/job.yaml', stuck: true }]);
    expect(scan.waiting[0]?.reason).toContain('line 2, column 1');
  });

  it('takes no document before it is known from job.yaml how to treat it', async () => {
    const desk = await temporaryDesk();
    await desk.drop('acme/job/letter.txt');
    await desk.drop('acme/other/letter.txt');
    await desk.inbox.scan({ patient: true });
    await desk.drop('acme/job/job.yaml', 'expected_files: [letter.txt');
    const scan = await desk.settled();
    expect(scan.settled.map(({ folder }) => folder)).toEqual(['other']);
    expect(reasonFor(scan, 'acme/job/letter.txt')).toContain('job.yaml');
    expect(scan.folders[0]?.pending).toBe(2);
    await desk.drop('acme/job/job.yaml', 'expected_files: [letter.txt]');
    expect((await desk.settled()).settled).toHaveLength(2);
  });

  it('is held open by a download on its way, but not by one that was given up', async () => {
    const desk = await temporaryDesk({ downloadWaitMs: 100 });
    await desk.drop('acme/job/letter.docx.crdownload');
    expect((await desk.inbox.scan({ patient: true })).folders[0]?.pending).toBe(1);
    expect((await desk.settled()).folders[0]?.pending).toBe(0);
  });
});

describe('an inbox that is not there', () => {
  it('is never taken for an empty one', async () => {
    const desk = await temporaryDesk();
    await rm(join(desk.inboxFolder, '.inbox-id'));
    await expect(desk.inbox.scan({ patient: true })).rejects.toThrow(InboxUnavailable);
    await rename(desk.inboxFolder, `${desk.inboxFolder}-away`);
    await expect(desk.inbox.scan({ patient: true })).rejects.toThrow(InboxUnavailable);
    await mkdir(desk.inboxFolder);
    await expect(desk.inbox.scan({ patient: true })).rejects.toThrow('mount it');
  });
});

describe('rights', () => {
  const scanAsNobody = `
    const { createInbox, inboxLimits } = await import(process.argv[1]);
    const folder = process.argv[2];
    const inbox = createInbox({ inboxFolder: folder + '/inbox', workFolder: folder + '/work',
      duplicatesFolder: folder + '/duplicates', deskFolder: folder, clock: { now: () => new Date() },
      newId: () => 'id', limits: { ...inboxLimits, settleMs: 50, quickLookMs: 10 } });
    console.log(JSON.stringify(await inbox.scan({ patient: false })));`;

  it.skipIf(process.getuid?.() !== 0)(
    'are asked for where they are missing, and hold the job open',
    async () => {
      const desk = await temporaryDesk();
      await chmod(desk.root, 0o755);
      await chmod(await desk.drop('acme/closed/letter.txt'), 0o600);
      await chmod(await desk.drop('acme/fixed/letter.txt'), 0o644);
      await desk.drop('acme/shut/letter.txt');
      await chmod(join(desk.inboxFolder, 'acme/shut'), 0o700);
      await desk.drop('private/job/letter.txt');
      await chmod(join(desk.inboxFolder, 'private'), 0o700);
      const module = join(import.meta.dirname, '../../../src/adapters/fs/inbox.ts');
      const output = execFileSync(
        process.execPath,
        ['--input-type=module', '-e', scanAsNobody, module, desk.root],
        { uid: 65_534, gid: 65_534, encoding: 'utf8' },
      );
      const scan: Awaited<ReturnType<typeof desk.settled>> = JSON.parse(output);
      expect(scan.settled).toEqual([]);
      expect(reasonFor(scan, 'acme/closed/letter.txt')).toContain('may not read');
      expect(reasonFor(scan, 'acme/fixed/letter.txt')).toContain('out of this folder');
      expect(reasonFor(scan, 'acme/shut/')).toContain('may not read');
      expect(reasonFor(scan, 'private/')).toContain('may not read');
      expect(scan.waiting.every(({ stuck }) => stuck)).toBe(true);
      expect(scan.folders.map(({ pending }) => pending)).toEqual([1, 1, 1]);
    },
  );
});
