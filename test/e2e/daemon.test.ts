import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drop, filesBelow, newDesk, proofdesk, startProofdesk, statusOf, until } from './desk.ts';

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

  it('says where a fault is, works for the other clients meanwhile, and goes on when it is mended', async () => {
    const settings = join(desk.root, 'clients', 'anna', 'client.yaml');
    mkdirSync(dirname(settings), { recursive: true });
    writeFileSync(settings, 'name: Anna\ndialct: en-GB\n');
    drop(desk.root, 'anna/letter.txt', 'We recieved it.\n');
    drop(desk.root, 'ben/letter.txt', 'We recieved it.\n');
    const daemon = startProofdesk('--desk', desk.root, 'run');
    let said = '';
    daemon.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    try {
      await until(() => delivered('ben/letter/report/letter.txt.json'), 60_000);
      await until(async () => (await invoices()) === 1, 20_000);
      expect(said).toContain('clients/anna/client.yaml:2:1: “dialct” is not a setting here');
      const { waiting } = await statusOf(desk.root);
      expect(waiting.map(({ path }) => path)).toEqual(['anna/letter.txt']);
      expect(waiting[0]?.reason).toContain('clients/anna/client.yaml:2:1');
      writeFileSync(settings, 'name: Anna\ndialect: en-GB\n');
      drop(desk.root, 'anna/other.txt', 'It is definately here.\n');
      await until(() => delivered('anna/letter/report/letter.txt.json'), 60_000);
      for (const line of said.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    } finally {
      daemon.kill('SIGTERM');
    }
  });

  it('goes on by itself when the inbox was away and is back, or was made anew and marked', async () => {
    const inbox = join(desk.root, 'inbox');
    const daemon = startProofdesk('--desk', desk.root, 'run');
    let said = '';
    daemon.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    try {
      await until(() => said.includes('being watched'), 30_000);
      renameSync(inbox, join(desk.root, 'elsewhere'));
      await until(() => said.includes('The inbox is not there'), 45_000);
      renameSync(join(desk.root, 'elsewhere'), inbox);
      drop(desk.root, 'anna/letter.txt', 'We recieved it.\n');
      await until(() => delivered('anna/letter/corrected/letter.txt'), 60_000);
      rmSync(inbox, { recursive: true });
      drop(desk.root, 'ben/other.txt', 'It is definately here.\n');
      expect((await proofdesk('init', desk.root)).code).toBe(0);
      await until(() => delivered('ben/other/corrected/other.txt'), 60_000);
    } finally {
      daemon.kill('SIGTERM');
    }
  });

  it('reads its settings anew when told, and keeps the old ones while there is a fault', async () => {
    const settings = join(desk.root, 'desk.yaml');
    const right = readFileSync(settings, 'utf8');
    const daemon = startProofdesk('--desk', desk.root, 'run');
    let said = '';
    daemon.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    try {
      await until(() => said.includes('being watched'), 30_000);
      writeFileSync(settings, right.replace('quiet_seconds:', 'quit_seconds:'));
      daemon.kill('SIGHUP');
      await until(() => said.includes('the settings that were read before hold'), 20_000);
      writeFileSync(settings, right.replace('author: Proofdesk', 'author: Ann'));
      daemon.kill('SIGHUP');
      await until(() => said.includes('"changed":["author"]'), 20_000);
      expect(daemon.exitCode).toBe(null);
    } finally {
      daemon.kill('SIGTERM');
    }
  });

  it('does not call a desk whose inbox is away a new one', async () => {
    renameSync(join(desk.root, 'inbox'), join(desk.root, 'elsewhere'));
    const daemon = startProofdesk('--desk', desk.root, 'run');
    let said = '';
    for (const stream of [daemon.stdout, daemon.stderr]) {
      stream.on('data', (chunk) => {
        said += String(chunk);
      });
    }
    try {
      await until(() => said.includes('The inbox is not there'), 30_000);
      expect(said).not.toContain('sample letter');
      expect(existsSync(join(desk.root, 'inbox'))).toBe(false);
    } finally {
      daemon.kill('SIGTERM');
    }
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
