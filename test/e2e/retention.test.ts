import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { drop, newDesk, proofdesk } from './desk.ts';

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
