import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drop, filesBelow, newDesk, proofdesk, startProofdesk, statusOf } from './desk.ts';

/** Different texts, so that each is a document of its own. */
const texts = Array.from(
  { length: 12 },
  (_, index) => `Letter ${index + 1}. We recieved your letter of the the ${index + 1} May.\n`,
);

let desk: Awaited<ReturnType<typeof newDesk>>;
beforeEach(async () => {
  desk = await newDesk();
}, 30_000);
afterEach(() => desk.remove());

function dropAll(root: string): void {
  for (const [index, text] of texts.entries()) {
    drop(root, `client-${index % 3}/job-${index % 2}/letter-${index}.txt`, text);
  }
}

function corrected(root: string): Readonly<Record<string, string>> {
  const folder = join(root, 'outbox');
  const files = filesBelow(folder).filter((path) => !/\.(html|json|xml)$/.test(path));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

describe('kill -9', { timeout: 300_000 }, () => {
  it('at any instant loses nothing and does nothing twice', async () => {
    dropAll(desk.root);
    const fresh = `${desk.root}-fresh`;
    cpSync(desk.root, fresh, { recursive: true, preserveTimestamps: true });
    await proofdesk('--desk', fresh, 'once');
    for (const afterMs of [400, 700, 1_000, 1_400, 1_900, 2_500]) {
      const child = startProofdesk('--desk', desk.root, 'once');
      const ended = new Promise((resolve) => child.on('exit', resolve));
      setTimeout(() => child.kill('SIGKILL'), afterMs);
      await ended;
    }
    const last = await proofdesk('--desk', desk.root, 'once');
    expect(last.stderr).toBe('');
    expect(corrected(desk.root)).toEqual(corrected(fresh));
    const status = await statusOf(desk.root);
    expect(status.documents).toEqual({ delivered: texts.length });
    expect(status.invoiceTasks).toHaveLength(6);
    expect(new Set(status.invoiceTasks.map(({ client, job }) => `${client}/${job}`)).size).toBe(6);
    expect(filesBelow(join(desk.root, 'inbox')).filter((path) => path.endsWith('.txt'))).toEqual(
      [],
    );
    const work = filesBelow(join(desk.root, '.proofdesk', 'work'));
    const unnamed = work.filter(
      (path) => path.includes('/') && !work.includes(`${path.split('/')[0]}.kept.json`),
    );
    expect(unnamed).toEqual([]);
    const account = await proofdesk('--desk', desk.root, 'doctor', '--audit');
    expect(account.stdout).toContain('Every file is accounted for.');
    rmSync(fresh, { recursive: true });
  });
});
