import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { drop, filesBelow, newDesk, proofdesk, startProofdesk, statusOf, until } from './desk.ts';

it('a backup of a running desk becomes a desk that goes on with the work', {
  timeout: 180_000,
}, async () => {
  const desk = await newDesk();
  const aside = dirname(desk.root);
  const [backup, restored] = [join(aside, 'backup'), join(aside, 'restored')];
  const daemon = startProofdesk('--desk', desk.root, 'run');
  const ended = new Promise((resolve) => daemon.on('exit', resolve));
  try {
    drop(desk.root, 'anna/letter.txt', 'We recieved it.\n');
    await until(
      () => existsSync(join(desk.root, 'outbox/anna/letter/report/letter.txt.json')),
      90_000,
    );
    for (let number = 1; number <= 12; number += 1) {
      drop(desk.root, `ben/offer/${number}.txt`, `It is definately number ${number}.\n`);
    }
    const made = await proofdesk('--desk', desk.root, 'backup', backup);
    expect(made.code, made.stderr).toBe(0);
    daemon.kill('SIGKILL');
    await ended;
    rmSync(desk.root, { recursive: true });
    const back = await proofdesk('restore', backup, '--to', restored);
    expect(back.code, back.stdout + back.stderr).toBe(0);
    const once = await proofdesk('--desk', restored, 'once');
    expect(once.code, once.stdout + once.stderr).toBe(0);
    const { documents, invoiceTasks } = await statusOf(restored);
    expect(documents).toEqual({ delivered: 13 });
    expect(invoiceTasks.map(({ client }) => client).sort()).toEqual(['anna', 'ben']);
    expect(filesBelow(join(restored, 'outbox/ben/offer/corrected'))).toHaveLength(12);
    const letter = join(restored, 'outbox/anna/letter/corrected/letter.txt');
    expect(readFileSync(letter, 'utf8')).toBe('We received it.\n');
    const audit = await proofdesk('--desk', restored, 'audit', 'verify');
    expect(audit.code, audit.stdout).toBe(0);
    const account = await proofdesk('--desk', restored, 'doctor', '--audit');
    expect(account.stdout).toContain('Every file is accounted for.');
  } finally {
    daemon.kill('SIGKILL');
    await ended;
    rmSync(aside, { recursive: true, force: true });
  }
});
