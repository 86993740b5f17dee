import { appendFileSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drop, dropCopy, filesBelow, newDesk, proofdesk, statusOf } from './desk.ts';

const letter = new URL('../../fixtures/sample/letter.docx', import.meta.url).pathname;
const wrong = 'We recieved your letter and will answer it untill Friday.\n\nIt doesnt matter.\n';
const right = "We received your letter and will answer it until Friday.\n\nIt doesn't matter.\n";

const statement = [
  ':20:STATEMENT',
  ':25:93115212345678',
  ':28C:1/1',
  ':60F:C261123EUR10,00',
  ':61:2611241124C5,00NTRFNONREF//B1',
  ':86:166?00CREDIT?20for something',
  ':62F:C261124EUR15,00',
  '-',
].join('\r\n');

let desk: Awaited<ReturnType<typeof newDesk>>;
beforeEach(async () => {
  desk = await newDesk();
}, 30_000);
afterEach(() => desk.remove());

const once = (...more: readonly string[]) => proofdesk('--desk', desk.root, 'once', ...more);
const outbox = (path = '') => filesBelow(join(desk.root, 'outbox', path));
const read = (path: string) => readFileSync(join(desk.root, path), 'utf8');

describe('once', { timeout: 90_000 }, () => {
  it('takes a job from the inbox to the outbox and queues its invoice', async () => {
    drop(desk.root, 'anna/offer/offer.txt', wrong);
    dropCopy(desk.root, 'anna/offer/annex/letter.docx', letter);
    drop(desk.root, 'ben/note.md', '# Note\n\nUse `recieve()` when you recieve mail.\n');
    const ran = await once();
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(outbox('anna')).toEqual([
      'feed.xml',
      'offer/corrected/annex/letter.docx',
      'offer/corrected/offer.txt',
      'offer/original/annex/letter.docx',
      'offer/original/offer.txt',
      'offer/redline/annex/letter.docx',
      'offer/redline/offer.txt.html',
      'offer/report/annex/letter.docx.html',
      'offer/report/annex/letter.docx.json',
      'offer/report/offer.txt.html',
      'offer/report/offer.txt.json',
      'status.html',
    ]);
    expect(read('outbox/anna/offer/corrected/offer.txt')).toBe(right);
    expect(read('outbox/anna/offer/original/offer.txt')).toBe(wrong);
    expect(read('outbox/ben/note/corrected/note.md')).toContain(
      'Use `recieve()` when you receive mail.',
    );
    const status = await statusOf(desk.root);
    expect(status.documents).toEqual({ delivered: 3 });
    expect(status.invoiceTasks.map(({ client, job }) => `${client}/${job}`).sort()).toEqual([
      'anna/offer',
      'ben/note',
    ]);
    const offer = status.invoiceTasks.find(({ job }) => job === 'offer');
    expect(offer?.lines.find(({ description }) => description === 'offer.txt')?.quantity).toBe(13);
    for (const report of outbox().filter((path) => path.endsWith('.json'))) {
      const proof = await proofdesk('verify', join(desk.root, 'outbox', report));
      expect(proof.stdout).toContain('Proved');
    }
  });

  it('tells of bank statements, and of messages that are for a person to send', async () => {
    const yaml = 'address: { street: Quay 1, town: Dublin, country: IE }\n';
    appendFileSync(
      join(desk.root, 'desk.yaml'),
      `${yaml}bank: { holder: L, iban: IE29AIBK93115212345678 }\n`,
    );
    drop(desk.root, 'anna/offer/offer.txt', 'All is well with us.\n');
    mkdirSync(join(desk.root, 'clients/anna'), { recursive: true });
    writeFileSync(join(desk.root, 'clients/anna/client.yaml'), 'contact: anna@ek.example\n');
    writeFileSync(join(desk.root, 'bank/new.sta'), 'not yet');
    writeFileSync(join(desk.root, 'bank/old.sta'), statement);
    writeFileSync(join(desk.root, 'bank/odd.sta'), 'no statement at all');
    for (const name of ['old', 'odd']) {
      utimesSync(join(desk.root, `bank/${name}.sta`), 1_700_000_000, 1_700_000_000);
    }
    utimesSync(join(desk.root, 'bank/new.sta'), new Date(), new Date(Date.now() + 60_000));
    const { stdout, code } = await once();
    expect(code).toBe(1);
    expect(stdout).toContain('Messages for you to send, since there are no mail settings: 2.');
    expect(stdout).toContain('Bank statements read: old.sta.');
    expect(stdout).toMatch(/bank\/odd\.sta was refused\. ./);
    expect(stdout).toContain('bank/new.sta waits. It was written to a moment ago');
    expect(stdout).toContain('Deposits that name no invoice: 1. “proofdesk bank”');
    const [message = ''] = outbox('anna/messages');
    expect(read(`outbox/anna/messages/${message}`)).toMatch(/^X-Unsent: 1\r\n/);
  });

  it('does nothing twice, and says so', async () => {
    drop(desk.root, 'anna/offer/offer.txt', wrong);
    await once();
    const before = outbox();
    drop(desk.root, 'anna/offer/offer.txt', wrong);
    const again = await once();
    expect(again.stdout).toContain('1 file was worked on before');
    expect(outbox()).toEqual(before);
    expect(filesBelow(join(desk.root, 'duplicates'))).toHaveLength(1);
    expect((await statusOf(desk.root)).invoiceTasks).toHaveLength(1);
    expect((await once()).stdout).toContain('There was nothing to do.');
  });

  it('works on new content of the same name as a new job', async () => {
    drop(desk.root, 'anna/offer/offer.txt', wrong);
    await once();
    drop(desk.root, 'anna/offer/offer.txt', `${wrong}\nRead the the rest.\n`);
    await once();
    expect(read('outbox/anna/offer (2)/corrected/offer.txt')).toBe(`${right}\nRead the rest.\n`);
    expect((await statusOf(desk.root)).invoiceTasks).toHaveLength(2);
  });

  it('puts what it cannot work on into quarantine, holds the job, and finishes it when it is replaced', async () => {
    drop(desk.root, 'anna/offer/offer.txt', wrong);
    drop(desk.root, 'anna/offer/plan.docx', 'PK\u0003\u0004 cut off');
    expect((await once()).code).toBe(1);
    const [reason] = read('quarantine/anna/offer/plan.docx.reason.txt').split('\n');
    expect(reason).toBe('corrupt');
    expect(read('quarantine/anna/offer/plan.docx')).toBe('PK\u0003\u0004 cut off');
    const held = await statusOf(desk.root);
    expect(held.documents).toEqual({ delivered: 1, quarantined: 1 });
    expect(held.invoiceTasks).toEqual([]);
    const withdrawn = await proofdesk(
      ...['--desk', desk.root, 'withdraw', 'anna/offer/plan.docx', '--because', 'not needed'],
    );
    expect(withdrawn.stdout).toContain('the invoice is queued');
    expect((await statusOf(desk.root)).invoiceTasks).toHaveLength(1);
  });

  it('logs what it does in JSON, without a word of a text', async () => {
    drop(desk.root, 'anna/offer/offer.txt', wrong);
    const { stdout } = await once('--verbose');
    const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
    const steps = lines.map((line) => JSON.parse(line).step).filter((step) => step !== undefined);
    expect(steps).toEqual(['extract', 'proofread', 'arbitrate', 'apply', 'deliver']);
    expect(stdout).not.toMatch(/recieved|untill|Friday/);
  });

  it('charges the same content once', async () => {
    drop(desk.root, 'anna/offer/a.txt', wrong);
    drop(desk.root, 'anna/offer/b.txt', wrong);
    await once();
    const [task] = (await statusOf(desk.root)).invoiceTasks;
    expect(task?.lines.map(({ quantity }) => quantity)).toEqual([13, 0]);
  });

  it('shows what it leaves alone, with the reason', async () => {
    drop(desk.root, 'stray.txt', wrong);
    drop(desk.root, 'anna/offer/~$letter.docx', 'x');
    const ran = await once();
    expect(ran.code).toBe(1);
    const { waiting } = await statusOf(desk.root);
    expect(waiting.map(({ path }) => path).sort()).toEqual([
      'anna/offer/~$letter.docx',
      'stray.txt',
    ]);
    expect(waiting.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  it('waits with the files of a client whose settings have a fault, and says where', async () => {
    drop(desk.root, 'anna/offer/offer.txt', wrong);
    drop(desk.root, 'anna/offer/job.yaml', 'pipeline: nowhere\n');
    const ran = await once();
    const fault = 'inbox/anna/offer/job.yaml:1:1: pipeline: there is no pipeline “nowhere”';
    expect(ran.stdout).toContain(fault);
    const { waiting } = await statusOf(desk.root);
    expect(waiting.find(({ path }) => path === 'anna/offer/offer.txt')?.reason).toContain(fault);
    expect(filesBelow(join(desk.root, 'inbox', 'anna'))).toContain('offer/offer.txt');
  });

  it('says in a sentence when there is no desk', async () => {
    const ran = await proofdesk('--desk', '/nowhere/desk', 'once');
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('There is no desk in /nowhere/desk. Make one with');
  });
});
