import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Ran, startProofdeskIn } from '../e2e/desk.ts';
import { missing } from '../parts.ts';
import { makeDesk } from './desk.ts';
import { documentNumber, type Given, give } from './documents.ts';
import { folderOfItsOwn } from './folders.ts';
import { judge } from './judge.ts';
import { record } from './record.ts';
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

/** What is taken away, and a word of what is said about it. */
const faults = [
  ['inbox/anna/locked.txt', 0o000, 'give its user the right to'],
  ['inbox/anna', 0o500, 'give its user the right to'],
  ['inbox/anna', 0o000, 'give its user the right to'],
  ['outbox/anna', 0o500, 'may not be'],
  ['.proofdesk/store/temporary', 0o500, 'permission denied'],
  ['.proofdesk/work', 0o500, 'permission denied'],
  ['.proofdesk/ledger.sqlite', 0o400, 'write-protected'],
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
      const ran = await onceAsNobody(root);
      expect(`${ran.stdout}${ran.stderr}`, path).toContain(sentence);
      chmodSync(join(root, path), before);
      const mended = await onceAsNobody(root);
      expect(mended.stderr, path).toBe('');
    }
    record('right to read or write missing', faults.length, await judge(root, given));
  });
});

function locked(): Given {
  return { ...documentNumber(1_000, { client: 'anna' }), folder: 'locked', path: 'locked.txt' };
}

async function onceAsNobody(root: string): Promise<Omit<Ran, 'code'>> {
  const surroundings = { environment: { HOME: root }, by: ['setpriv', ...asNobody] };
  const child = startProofdeskIn(surroundings, '--desk', root, 'once');
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
