import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { drop, filesBelow, newDesk, proofdesk, runDesk, until } from './desk.ts';

it('a client is erased on the command line, and everything left is accounted for', {
  timeout: 180_000,
}, async () => {
  const { root } = await newDesk();
  try {
    const run = (...words: string[]) => proofdesk('--desk', root, ...words);
    drop(root, 'anna/will/letter.txt', 'We recieved it.\n');
    expect((await run('once')).code).toBe(0);
    const nothing = await run('retention');
    expect(nothing.stdout).toContain('Nothing is older than it may be.');
    const plan = await run('client', 'erase', 'anna');
    expect(plan.code, plan.stdout + plan.stderr).toBe(0);
    expect(plan.stdout).toContain('Would be erased: 1 documents in 1 jobs');
    expect(existsSync(join(root, 'outbox/anna/will/corrected/letter.txt'))).toBe(true);
    const done = await run('client', 'erase', 'anna', '--for-good');
    expect(done.code, done.stdout + done.stderr).toBe(0);
    expect(existsSync(join(root, 'outbox/anna'))).toBe(false);
    const audit = await run('doctor', '--audit');
    expect(audit.stdout).toContain('Every file is accounted for.');
    expect((await run('audit', 'verify')).code).toBe(0);
    const again = await run('client', 'erase', 'anna');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('The desk knows no client “anna”');
  } finally {
    await rm(dirname(root), { recursive: true, force: true });
  }
});

it('a client who is erased while the desk works is in its log no more, and no backup brings the client back', {
  timeout: 180_000,
}, async () => {
  const { root } = await newDesk();
  const [copy, restored] = [`${root}-copy`, `${root}-restored`];
  const daemon = runDesk(root);
  try {
    const run = (...words: string[]) => proofdesk('--desk', root, ...words);
    const delivered = (path: string) => existsSync(join(root, 'outbox', path));
    drop(root, 'anna-ek/will/testament.txt', 'We recieved it.\n');
    drop(root, 'ben/note/note.txt', 'We recieved it.\n');
    await until(() => delivered('anna-ek/will/report/testament.txt.json'), 60_000);
    await until(() => daemon.said().match(/job complete/g)?.length === 2, 60_000);
    expect((await run('backup', copy)).code).toBe(0);
    const done = await run('client', 'erase', 'anna-ek', '--for-good');
    expect(done.code, done.stdout + done.stderr).toBe(0);
    expect(done.stdout).toContain('The desk’s own log is masked');
    expect(done.stdout).toMatch(/Nightly backups hold it until \d{4}-\d\d-\d\d; then/);
    drop(root, 'ben/more/more.txt', 'We recieved it.\n');
    await until(() => delivered('ben/more/report/more.txt.json'), 60_000);
    expect(await daemon.stop()).toBe(0);
    const log = readFileSync(join(root, '.proofdesk/log/desk.log'), 'utf8');
    expect(log).not.toMatch(/anna-ek|testament|"will"/);
    expect(log).toMatch(/"client":"ben","job":"note".*\n[\s\S]*"client":"ben","job":"more"/);
    const lines = daemon
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{"level"'));
    expect(log.split('\n').length - 1).toBe(lines.length);
    const named = filesBelow(root).filter(
      (path) =>
        !/store\/|\/backups\//.test(path) &&
        /anna-ek|testament/.test(readFileSync(join(root, path), 'latin1')),
    );
    expect(named).toEqual([]);
    const back = await run('restore', copy, '--to', restored);
    expect(back.code, back.stdout + back.stderr).toBe(0);
    expect(back.stdout).toContain('1 client was erased after this backup was made');
    expect(existsSync(join(restored, 'outbox/anna-ek'))).toBe(false);
    expect((await proofdesk('--desk', restored, 'status')).stdout).not.toContain('anna-ek');
    const audit = await proofdesk('--desk', restored, 'doctor', '--audit');
    expect(audit.stdout).toContain('Every file is accounted for.');
  } finally {
    daemon.kill('SIGKILL');
    await daemon.ended;
    for (const folder of [dirname(root), copy, restored]) {
      await rm(folder, { recursive: true, force: true });
    }
  }
});
