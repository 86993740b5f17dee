import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drop, filesBelow, newDesk, startProofdesk, statusOf, until } from './desk.ts';

let desk: Awaited<ReturnType<typeof newDesk>>;
beforeEach(async () => {
  desk = await newDesk();
}, 30_000);
afterEach(() => desk.remove());

const delivered = (path: string) => existsSync(join(desk.root, 'outbox', path));
const invoices = async () => (await statusOf(desk.root)).invoiceTasks.length;

describe('run', { timeout: 120_000 }, () => {
  it('works on what is dropped while it runs, closes jobs when they are quiet or READY, and stops when told', async () => {
    const daemon = startProofdesk('--desk', desk.root, 'run');
    const ended = new Promise<number | null>((resolve) => daemon.on('exit', resolve));
    try {
      await until(() => existsSync(join(desk.root, 'desk.yaml')), 10_000);
      drop(desk.root, 'anna/letter.txt', 'We recieved it.\n');
      await until(() => delivered('anna/letter/report/letter.txt.json'), 60_000);
      await until(async () => (await invoices()) === 1, 20_000);
      drop(desk.root, 'anna/offer/a.txt', 'It is definately here.\n');
      drop(desk.root, 'anna/offer/READY', '');
      await until(() => delivered('anna/offer/corrected/a.txt'), 60_000);
      await until(async () => (await invoices()) === 2, 20_000);
      expect(readFileSync(join(desk.root, 'outbox/anna/offer/corrected/a.txt'), 'utf8')).toBe(
        'It is definitely here.\n',
      );
      await until(() => filesBelow(join(desk.root, 'inbox', 'anna')).length === 0, 10_000);
    } finally {
      daemon.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  });

  it('lets nobody else work at the same desk', async () => {
    const daemon = startProofdesk('--desk', desk.root, 'run');
    try {
      let said = '';
      daemon.stdout.on('data', (chunk) => {
        said += String(chunk);
      });
      await until(() => said.includes('being watched'), 30_000);
      const second = startProofdesk('--desk', desk.root, 'once');
      let complaint = '';
      second.stderr.on('data', (chunk) => {
        complaint += String(chunk);
      });
      const code = await new Promise((resolve) => second.on('exit', resolve));
      expect(code).toBe(2);
      expect(complaint).toContain(String(daemon.pid));
    } finally {
      daemon.kill('SIGKILL');
    }
  });
});
