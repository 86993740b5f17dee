import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Ran, startProofdeskIn, until } from '../e2e/desk.ts';
import { missing } from '../parts.ts';
import { makeDesk, startDaemon } from './desk.ts';
import { documentNumber, type Given, give } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { record } from './record.ts';
import { untilAtRest } from './rest.ts';
import { timeoutMs } from './rounds.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Nobody: whom every right can be taken from, unlike root. */
const nobody = 65_534;

const asNobody = ['--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups'];

const mayBeNobody = canBeNobody() || missing('a user without rights', 'this machine') !== undefined;

function canBeNobody(): boolean {
  try {
    if (process.getuid?.() !== 0) return false;
    accessSync(main, constants.R_OK);
    execFileSync('setpriv', [...asNobody, process.execPath, '--check', main], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What is to be typed where a right to the desk’s own data is missing. */
const mend = 'chmod -R u+rwX "';

/** What the system says to programs. */
const rawWords = /E(?:ACCES|PERM)\b|permission denied|readonly database|unable to open/;

/** What is taken away, and a word of what is said about it. */
const faults = [
  ['inbox/anna/locked.txt', 0o000, 'give its user the right to'],
  ['inbox/anna', 0o500, 'give its user the right to'],
  ['inbox/anna', 0o000, 'give its user the right to'],
  ['outbox/anna', 0o500, 'may not be'],
  ['.proofdesk', 0o500, mend],
  ['.proofdesk/store/temporary', 0o500, mend],
  ['.proofdesk/work', 0o500, mend],
  ['.proofdesk/ledger.sqlite', 0o400, mend],
] as const;

describe.skipIf(!mayBeNobody)('a right that is missing', { timeout: timeoutMs }, () => {
  it('is told, and loses nothing; when it is there, the work goes on', async () => {
    const root = await makeDesk(folderOfItsOwn());
    chmodSync(dirname(root), 0o755);
    const given: Given[] = [];
    for (const [path, mode, sentence] of faults) {
      const fresh = [documentNumber(given.length, { client: 'anna' })];
      if (path.endsWith('locked.txt')) fresh.push(locked());
      give(root, fresh);
      given.push(...fresh);
      execFileSync('chown', ['-R', `${nobody}:${nobody}`, root]);
      const { mode: before } = statSync(join(root, path));
      chmodSync(join(root, path), mode);
      const ran = await asNobodyAt(root, 'once');
      expect(`${ran.stdout}${ran.stderr}`, path).toContain(sentence);
      expect(`${ran.stdout}${ran.stderr}`, path).not.toMatch(rawWords);
      chmodSync(join(root, path), before);
      const mended = await asNobodyAt(root, 'once');
      expect(mended.stderr, path).toBe('');
    }
    record('right to read or write missing', faults.length, await judge(root, given));
  });

  it('is told in a sentence on the board, in the log and by doctor', async () => {
    const root = await makeDesk(folderOfItsOwn());
    chmodSync(dirname(root), 0o755);
    const given = documentNumber(1, { client: 'anna' });
    give(root, [given]);
    execFileSync('chown', ['-R', `${nobody}:${nobody}`, root]);
    const temporary = join(root, '.proofdesk', 'store', 'temporary');
    mkdirSync(temporary, { recursive: true });
    chmodSync(temporary, 0o500);
    execFileSync('chown', ['-R', `${nobody}:${nobody}`, join(root, '.proofdesk')]);
    const daemon = await startDaemon(root, surroundingsOf(root));
    const board = join(root, 'status.html');
    const shown = () => (existsSync(board) ? readFileSync(board, 'utf8') : '');
    await until(() => shown().includes('chmod -R u+rwX'), 60_000);
    expect(daemon.said()).toContain('chmod -R u+rwX');
    expect(`${daemon.said()}${shown()}`).not.toMatch(rawWords);
    expect((await asNobodyAt(root, 'doctor')).stdout).toMatch(
      /look {2}own data: Rights to read or write are missing: .*temporary\n.*chmod -R u\+rwX/,
    );
    chmodSync(temporary, 0o700);
    // What comes in wakes the desk, which would look again after half a minute.
    give(root, [documentNumber(2, { client: 'anna' })]);
    execFileSync('chown', ['-R', `${nobody}:${nobody}`, join(root, 'inbox')]);
    await untilAtRest(root, 2, 90_000);
    expect(await daemon.end('SIGTERM')).toBe(0);
  });
});

function locked(): Given {
  return { ...documentNumber(1_000, { client: 'anna' }), folder: 'locked', path: 'locked.txt' };
}

const surroundingsOf = (root: string) => ({
  environment: { HOME: root },
  by: ['setpriv', ...asNobody],
});

async function asNobodyAt(root: string, command: string): Promise<Omit<Ran, 'code'>> {
  const child = startProofdeskIn(surroundingsOf(root), '--desk', root, command);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    said.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.stderr += String(chunk);
  });
  await once(child, 'close');
  return said;
}
