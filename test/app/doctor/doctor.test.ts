import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acquireLock, isLocked } from '../../../src/adapters/fs/lock.ts';
import { type CheckUp, checkUp } from '../../../src/app/doctor/check-up.ts';
import {
  allClients,
  allPipelines,
  allRateCards,
  allTemplates,
} from '../../../src/app/doctor/desk-files.ts';
import {
  foldersApart,
  foldersWritable,
  freeSpace,
  localLedger,
  oneDisk,
  privateData,
} from '../../../src/app/doctor/disk.ts';
import { ownFiles, sameClock, tellsChanges } from '../../../src/app/doctor/inbox-probe.ts';
import { nodeVersion, sqliteVersion, watchLimit } from '../../../src/app/doctor/machine.ts';
import { libreOffice, mailServer, monitorPort } from '../../../src/app/doctor/parts.ts';
import {
  backupsMade,
  intakeFinished,
  ledgerWhole,
  queueMoves,
} from '../../../src/app/doctor/work.ts';
import { initDesk } from '../../../src/app/init.ts';
import { deskPaths } from '../../../src/app/paths.ts';
import { readDeskFile } from '../../../src/app/profiles.ts';

async function newDesk() {
  const folder = await mkdtemp(join(tmpdir(), 'proofdesk-doctor-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const paths = deskPaths(join(folder, 'desk'));
  await initDesk(paths.root);
  const set = (text: string) => writeFile(paths.settings, text);
  return { paths, set, settings: () => readDeskFile(paths) };
}

const clock = { now: () => new Date() };
const later = (ms: number) => ({ now: () => new Date(Date.now() + ms) });
const at = async (look: () => string | Promise<string>): Promise<CheckUp> => checkUp('it', look);

/** A finding that is not well says something of this kind, and what to do. */
async function ails(look: () => string | Promise<string>, says: RegExp): Promise<void> {
  const found = await at(look);
  expect(found).toMatchObject({ well: false, says: expect.stringMatching(says) });
  expect(found.remedy).toMatch(/^[A-Z].+[^ ]$/);
}

async function isWell(look: () => string | Promise<string>): Promise<void> {
  expect(await at(look)).toMatchObject({ well: true });
}

describe('the machine', () => {
  it('Node.js is new enough', async () => {
    await isWell(() => nodeVersion(process.versions.node));
    await ails(() => nodeVersion('20.20.2'), /20\.20\.2/);
  });

  it('SQLite does not lose what was written', async () => {
    await isWell(() => sqliteVersion(process.versions['sqlite'] ?? ''));
    for (const version of ['3.51.3', '3.60.0', '4.0.0']) await isWell(() => sqliteVersion(version));
    for (const version of ['3.51.2', '3.49.9', '2.99.9', '']) {
      await ails(() => sqliteVersion(version), /can lose/);
    }
  });

  it('changes of all files of the inbox can be told', async () => {
    const { paths } = await newDesk();
    const limit = join(paths.root, 'limit');
    await writeFile(limit, '8192\n');
    await isWell(() => watchLimit(7_000, limit));
    await ails(() => watchLimit(8_000, limit), /only 8192 watches allowed, for 8000 files/);
    await isWell(() => watchLimit(8_000, join(paths.root, 'nothing')));
  });
});

describe('the disk', () => {
  it('the folders are there and may be written', async () => {
    const { paths } = await newDesk();
    await isWell(() => foldersWritable(paths));
    await rm(paths.returns, { recursive: true });
    await ails(() => foldersWritable(paths), /returns is missing/);
  });

  it('no folder leads into another', async () => {
    const { paths } = await newDesk();
    await isWell(() => foldersApart(paths));
    await rm(paths.outbox, { recursive: true });
    await mkdir(join(paths.inbox, 'results'));
    await symlink(join(paths.inbox, 'results'), paths.outbox);
    await ails(() => foldersApart(paths), /outbox lies in inbox/);
    await rm(paths.outbox);
    await symlink(paths.root, paths.outbox);
    await ails(() => foldersApart(paths), /lies in outbox/);
  });

  const mayMount = process.getuid?.() === 0;

  it.skipIf(!mayMount)(
    'inbox and work area are on one disk, which has room for files',
    async () => {
      const { paths } = await newDesk();
      await isWell(() => oneDisk(paths));
      await isWell(() => freeSpace(paths, 1));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,nr_inodes=100', 'tmpfs', paths.inbox]);
      onTestFinished(() => void execFileSync('umount', [paths.inbox]));
      await ails(() => oneDisk(paths), /on another disk/);
      await ails(
        () => freeSpace({ ...paths, root: paths.inbox }, 1),
        /room for only \d+ more files/,
      );
    },
  );

  it('there is more room than must be kept free', async () => {
    const { paths } = await newDesk();
    await ails(() => freeSpace(paths, 100_000_000), /less than the 100000000 MB/);
  });

  it('the ledger is not on a network', async () => {
    const { paths } = await newDesk();
    await isWell(() => localLedger(paths, async () => false));
    await ails(() => localLedger(paths, async () => true), /on a network/);
  });

  it('nobody else may read what is private', async () => {
    const { paths } = await newDesk();
    await isWell(() => privateData(paths));
    await writeFile(paths.mailPassword, 'secret', { mode: 0o600 });
    await isWell(() => privateData(paths));
    await chmod(paths.mailPassword, 0o644);
    await ails(() => privateData(paths), /may read .*mail-password/);
    await chmod(paths.mailPassword, 0o600);
    await chmod(join(paths.work, '..'), 0o755);
    await ails(() => privateData(paths), /may read .*\.proofdesk$/);
  });
});

describe('the inbox', () => {
  it('changes are told', async () => {
    const { paths } = await newDesk();
    await isWell(() => tellsChanges(paths.inbox));
    await ails(() => tellsChanges(paths.inbox, () => ({ close: () => {} })), /was not told/);
    await rename(paths.inbox, `${paths.inbox}-away`);
    await ails(() => tellsChanges(paths.inbox), /ENOENT/);
  });

  it('has the time of this computer, and files that belong to who puts them there', async () => {
    const { paths } = await newDesk();
    await isWell(() => sameClock(paths.inbox, clock));
    await ails(() => sameClock(paths.inbox, later(3_600_000)), /60 minutes behind/);
    await ails(() => sameClock(paths.inbox, later(-3_600_000)), /60 minutes ahead of/);
    await isWell(() => ownFiles(paths.inbox));
    await ails(() => ownFiles(paths.inbox, 54_321), /54321/);
  });
});

describe('the settings', () => {
  it('pipelines, clients and rate cards have no fault', async () => {
    const { paths } = await newDesk();
    await isWell(() => allPipelines(paths));
    await isWell(() => allClients(paths));
    await isWell(() => allRateCards(paths));
    await writeFile(join(paths.pipelines, 'ours.yaml'), 'stages:\n  speling:\n');
    await ails(() => allPipelines(paths), /ours\.yaml:2:3/);
    await rm(join(paths.pipelines, 'ours.yaml'));
    await writeFile(join(paths.clients, 'sample', 'client.yaml'), 'dialct: en-GB\n');
    await ails(() => allClients(paths), /clients\/sample\/client\.yaml:1:1/);
    await writeFile(join(paths.clients, 'sample', 'client.yaml'), 'name: Sample\n');
    await writeFile(join(paths.rates, 'standard.yaml'), 'currency: EURO\n');
    await ails(() => allRateCards(paths), /rates\/standard\.yaml:1:1/);
  });

  it('messages can be written', async () => {
    const { paths, set, settings } = await newDesk();
    await set('language: de\n');
    await isWell(async () => allTemplates(paths, await settings()));
    expect(await allTemplates(paths, { ...(await settings()), language: 'de-AT' })).toMatch(
      /^\d+ messages in [^;]+$/,
    );
    await mkdir(join(paths.templates, 'fr'), { recursive: true });
    await mkdir(paths.translations, { recursive: true });
    await writeFile(join(paths.translations, 'fr.yaml'), 'title-quote: Devis\n');
    await writeFile(join(paths.templates, 'fr', 'job-returned.txt'), 'Subject: V\n\nVoilà.\n');
    expect(await allTemplates(paths, { ...(await settings()), language: 'fr' })).toMatch(
      /; \d+ for fr in English: none in templates\/fr$/,
    );
    const broken = join(paths.templates, 'de', 'job-returned.txt');
    await mkdir(join(broken, '..'), { recursive: true });
    await writeFile(broken, 'Subject: x\n\n{{#if job}}\n');
    await ails(async () => allTemplates(paths, await settings()), /“job-returned” in de/);
  });

  it('LibreOffice is where the settings say', async () => {
    const { set, settings } = await newDesk();
    await set('libreoffice: off\n');
    const off = await settings();
    await isWell(() => libreOffice(off, ''));
    await set('libreoffice: /nowhere/soffice\n');
    const wrong = await settings();
    await ails(() => libreOffice(wrong, ''), /\/nowhere\/soffice/);
  });
});

describe('the mail server', () => {
  it('lets the office in, or the reason is told', async () => {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === 'office' && password === 'right'
          ? done(null, { user: username })
          : done(new Error('not like this')),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const address = server.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { paths, set } = await newDesk();
    await isWell(() => mailServer(paths, undefined));
    await set(
      `mail: { host: 127.0.0.1, port: ${port}, user: office, from: office@example.com, encryption: none }\n`,
    );
    await isWell(() => mailServer(paths, 'right'));
    await ails(() => mailServer(paths, 'wrong'), /does not let the office in/);
    await ails(() => mailServer(paths, undefined), /no password/);
    await set('mail: { host: 127.0.0.1, port: 1, from: office@example.com, encryption: none }\n');
    await ails(() => mailServer(paths, undefined), /127\.0\.0\.1:1 does not let/);
  });
});

describe('the port', () => {
  it('is free, or the desk answers there', async () => {
    const { set, settings } = await newDesk();
    const off = await settings();
    await isWell(() => monitorPort(off, { monitorPort: undefined }, false));
    let status = 200;
    const server = createServer((_request, response) => response.writeHead(status).end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await set(`monitor_port: ${port}\n`);
    const file = await settings();
    await isWell(() => monitorPort(file, { monitorPort: undefined }, true));
    await ails(() => monitorPort(file, { monitorPort: undefined }, false), /EADDRINUSE/);
    status = 503;
    await ails(() => monitorPort(file, { monitorPort: undefined }, true), /does not answer/);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await isWell(() => monitorPort(file, { monitorPort: undefined }, false));
  });
});

describe('the work', () => {
  it('the ledger is whole', async () => {
    await isWell(() => ledgerWhole({ checkIntegrity: async () => undefined }));
    await ails(() => ledgerWhole({ checkIntegrity: async () => 'row 7 is missing' }), /row 7/);
  });

  it('what was begun is finished, and the queue moves', async () => {
    const pending = (nextAt: Date) => ({
      ledger: { pending: async () => ({ count: 2, nextAt: nextAt.toISOString() }) },
      clock,
    });
    await isWell(() => queueMoves(pending(new Date()), true));
    await isWell(() => queueMoves(pending(new Date(0)), false));
    await ails(() => queueMoves(pending(new Date(Date.now() - 7_200_000)), true), /120 minutes/);
    await isWell(() => intakeFinished({ intents: async () => [] }, true));
  });

  it('a backup was made lately', async () => {
    const { paths, settings } = await newDesk();
    const file = await settings();
    await isWell(() => backupsMade(paths, file, clock));
    await mkdir(join(paths.backups, '2026-11-20T03-00-00Z'), { recursive: true });
    const now = (day: string) => ({ now: () => new Date(`${day}T04:00:00Z`) });
    await isWell(() => backupsMade(paths, file, now('2026-11-21')));
    await ails(() => backupsMade(paths, file, now('2026-11-23')), /2026-11-20 03:00/);
  });

  it('knows whether the desk is at work', async () => {
    const { paths } = await newDesk();
    expect(isLocked(paths.lock)).toBe(false);
    const release = await acquireLock(paths.lock);
    expect(isLocked(paths.lock)).toBe(true);
    release();
    expect(isLocked(paths.lock)).toBe(false);
  });
});
