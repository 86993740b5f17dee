import { existsSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountFor } from '../../src/app/accounts/account.ts';
import { filesBelow, hashedFiles } from '../../src/app/accounts/shelf-files.ts';
import { agreeClient } from '../../src/app/clients.ts';
import { deskPaths } from '../../src/app/paths.ts';
import { eraseClient, planErasure } from '../../src/app/retention/client.ts';
import { carryOut, sweepLeftovers } from '../../src/app/retention/erase.ts';
import { planRetention, type RetentionRule } from '../../src/app/retention/plan.ts';
import type { ClientName } from '../../src/job/job.ts';
import { refundCredit } from '../../src/steps/credits.ts';
import { importStatements } from '../../src/steps/deposits.ts';
import { issueInvoices } from '../../src/steps/issue.ts';
import { issueReceipts } from '../../src/steps/receipts.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { deliver, office } from '../steps/office.ts';
import type { Workplace } from '../steps/workplace.ts';

const dayMs = 86_400_000;
const rule: RetentionRule = { documents: 30, messages: 30, duplicates: 30, papers_years: 10 };
const anna = 'anna' as ClientName;

/** Two jobs of one client, delivered and invoiced, a file of the first that came twice, and messages as files. */
async function fullDesk() {
  const place = await office();
  await place.set(
    'clients/anna/client.yaml',
    'contact: anna@example.com\ninvoice_to: { name: Anna Ek, street: Gatan 1, town: Malmö, country: SE }\n',
  );
  await deliver(place, 'anna/private-matters/will.txt');
  await deliver(place, 'anna/private-matters/will.txt');
  await deliver(place, 'anna/other/b.txt');
  await issueInvoices(place.desk);
  await tellClients(place.desk);
  const paths = deskPaths(place.root);
  const at = (path: string): string => join(place.root, path);
  const desk = () => ({ ledger: place.desk.ledger, paths, now: place.desk.clock.now() });
  return { place, at, desk, paths };
}

async function pay(place: Workplace, cents = 10): Promise<void> {
  const numbers = (await place.desk.ledger.invoices()).map(({ invoice }) => invoice.number);
  const lines = numbers.flatMap((number) => [
    `:61:261202C0,${cents}NTRFNONREF`,
    `:86:${number} ANNA EK`,
  ]);
  const statement = [
    ...[':20:X', ':25:IE29AIBK/93115212345678', ':28C:1/1', ':60F:C261201EUR1000,00'],
    ...lines,
    `:62F:C261231EUR1000,${numbers.length * cents}`,
    '',
  ];
  await place.set('bank/one.sta', statement.join('\n'));
  const old = new Date(Date.now() - 60_000);
  await utimes(join(place.root, 'bank/one.sta'), old, old);
  await importStatements(place.desk);
  await issueReceipts(place.desk);
  await tellClients(place.desk);
}

/** The files whose name or content says something that was erased. Bank statements are papers; work copies go after minutes. */
async function placesWith(words: RegExp, { root }: Workplace): Promise<readonly string[]> {
  const names = await filesBelow(root);
  return names.filter((name) => {
    if (/^(?:bank|\.proofdesk\/work)\//.test(name)) return false;
    return words.test(name) || words.test(readFileSync(join(root, name), 'latin1'));
  });
}

describe('retention', () => {
  it('keeps everything while its time is not over, or where none is set', async () => {
    const { place, desk } = await fullDesk();
    place.later(29 * dayMs);
    const soon = await planRetention(rule, desk());
    expect([soon.jobs, soon.messages, soon.files]).toEqual([[], 0, []]);
    place.later(3_650 * dayMs);
    const never = await planRetention({ papers_years: 10 }, desk());
    expect([never.jobs, never.messages, never.files]).toEqual([[], 0, []]);
  });

  it('erases documents, messages and duplicates, keeps papers, and all is accounted for', async () => {
    const { place, at, desk } = await fullDesk();
    const before = readFileSync(at('outbox/anna/private-matters/corrected/will.txt'), 'latin1');
    expect(before).toContain('Four words');
    place.later(31 * dayMs);
    const plan = await planRetention(rule, desk());
    expect(plan.jobs.map(({ name }) => name)).toEqual(['private-matters', 'other']);
    expect(existsSync(at('outbox/anna/private-matters/corrected/will.txt'))).toBe(true);
    await carryOut(plan, desk());
    expect(await placesWith(/Four words/, place)).toEqual([]);
    expect(await filesBelow(at('outbox/anna/private-matters'))).toEqual([
      'invoice/INV-2026-0001.pdf',
      'invoice/INV-2026-0001.xml',
    ]);
    expect(await filesBelow(at('outbox/anna/messages'))).toEqual([]);
    expect(await place.desk.ledger.leftovers()).toEqual([]);
    expect((await accountFor(place.root)).faults).toEqual([]);
    expect((await place.desk.ledger.checkAudit([])).broken).toBeUndefined();
    expect(await place.desk.ledger.keptJobs()).toEqual([]);
  });

  it('never lets go of a job that something still needs', async () => {
    const { place, desk } = await fullDesk();
    await place.drop('anna/third/bad.pdf', 'no document');
    await place.round('at-once');
    await place.work();
    await deliver(place, 'ben/unbilled/a.txt');
    place.later(31 * dayMs);
    const { jobs, held } = await planRetention(rule, desk());
    expect(jobs.map(({ name }) => name)).toEqual(['private-matters', 'other']);
    expect(held.map(({ name, need }) => [name, need])).toEqual([
      ['third', 'work'],
      ['unbilled', 'invoice'],
    ]);
  });

  it('goes on after a crash between ledger and disk', async () => {
    const { place, desk } = await fullDesk();
    place.later(31 * dayMs);
    const { jobs } = await planRetention(rule, desk());
    for (const { jobId } of jobs) {
      await place.desk.ledger.transaction(async (tx) => {
        await tx.eraseDocuments(jobId, {
          at: '2026-12-24T00:00:00.000Z',
          paths: ['outbox/anna/private-matters/corrected'],
        });
      });
    }
    expect(await sweepLeftovers(desk())).toBe(0);
    expect(existsSync(join(place.root, 'outbox/anna/private-matters/corrected'))).toBe(false);
  });

  it('leaves a content that came again, and one that was put just now', async () => {
    const { place, desk, paths } = await fullDesk();
    place.later(31 * dayMs);
    const plan = await planRetention(rule, desk());
    await deliver(place, 'ben/same/will.txt');
    await place.desk.store.put(new TextEncoder().encode('Four words in anna/other/b.txt.\n'));
    const soon = new Date(place.desk.clock.now());
    for (const name of (await hashedFiles(paths.store)).keys()) {
      const path = join(paths.store, name);
      if (readFileSync(path, 'utf8').startsWith('Four words in anna/other'))
        utimesSync(path, soon, soon);
    }
    await carryOut(plan, desk());
    expect(await place.desk.ledger.leftovers()).toHaveLength(1);
    expect((await accountFor(place.root)).faults).toEqual([]);
    place.later(2 * 3_600_000);
    expect(await sweepLeftovers(desk())).toBe(0);
    expect((await accountFor(place.root)).faults).toEqual([]);
  });
});

describe('the erasure of a client', () => {
  it('is refused while money is open, and then nothing was changed', async () => {
    const { place, at, desk } = await fullDesk();
    const erasure = await planErasure(anna, { retention: rule }, desk());
    expect(erasure.hindrances.join(' ')).toContain('INV-2026-0001 is not paid');
    await expect(eraseClient(erasure, desk())).rejects.toThrow(/nothing was changed/);
    expect(existsSync(at('clients/anna/client.yaml'))).toBe(true);
    expect(await place.desk.ledger.keptJobs()).toHaveLength(2);
  });

  it('keeps what law wants kept, with its date, and erases the rest', async () => {
    const { place, at, desk } = await fullDesk();
    await pay(place);
    place.later(2 * dayMs);
    const erasure = await planErasure(anna, { retention: rule }, desk());
    expect(erasure.hindrances).toEqual([]);
    expect(erasure.kept.map(({ until }) => until)).toEqual(['2036-12-31', '2036-12-31']);
    await eraseClient(erasure, desk());
    expect(existsSync(at('clients/anna'))).toBe(false);
    expect(existsSync(at('outbox/anna/status.html'))).toBe(false);
    expect(await placesWith(/Four words|anna@example\.com/, place)).toEqual([]);
    expect(existsSync(at('outbox/anna/private-matters/invoice/INV-2026-0001.pdf'))).toBe(true);
    expect((await accountFor(place.root)).faults).toEqual([]);
  });

  it('leaves no name when nothing must be kept, and the numbers stay whole', async () => {
    const { place, desk } = await fullDesk();
    await pay(place);
    place.later(366 * dayMs);
    const retention = { ...rule, papers_years: 0 };
    await eraseClient(await planErasure(anna, { retention }, desk()), desk());
    expect(await placesWith(/Anna Ek|anna|will\.txt|private-matters/i, place)).toEqual([]);
    const invoices = await place.desk.ledger.invoices();
    expect(invoices.map(({ invoice }) => invoice.number)).toEqual([
      'INV-2026-0001',
      'INV-2026-0002',
    ]);
    expect(invoices.map(({ invoice }) => invoice.totals.gross)).toEqual([10n, 10n]);
    expect((await place.desk.ledger.checkAudit([])).broken).toBeUndefined();
    expect((await accountFor(place.root)).faults).toEqual([]);
    await deliver(place, 'anna/new/a.txt');
    expect((await place.desk.ledger.keptJobs()).map(({ client }) => client)).toEqual(['anna']);
  });

  it('waits until credit is sent back, then takes reasons and agreements along', async () => {
    const { place, at, desk } = await fullDesk();
    await pay(place, 15);
    await place.set('agreement.txt', 'Anna Ek agrees.\n');
    const agreement = { file: at('agreement.txt'), by: 'Anna Ek' };
    await agreeClient(place.root, anna, agreement);
    place.later(366 * dayMs);
    const retention = { ...rule, papers_years: 0 };
    const early = await planErasure(anna, { retention }, desk());
    expect(early.hindrances).toEqual([expect.stringContaining('0.10 EUR are kept')]);
    const refund = { client: anna, currency: 'EUR', because: 'Anna Ek asked' };
    await refundCredit(refund, place.desk);
    await tellClients(place.desk);
    place.later(366 * dayMs);
    rmSync(at('agreement.txt'));
    await eraseClient(await planErasure(anna, { retention }, desk()), desk());
    expect(await placesWith(/Anna Ek|anna/i, place)).toEqual([]);
    const moves = await place.desk.ledger.creditMoves();
    expect(moves.map(({ amount }) => amount)).toEqual([5n, 5n, -10n]);
    expect((await accountFor(place.root)).faults).toEqual([]);
  });

  it('of somebody unknown says who is known', async () => {
    const { desk } = await fullDesk();
    await expect(planErasure('bertha' as ClientName, { retention: rule }, desk())).rejects.toThrow(
      'The desk knows no client “bertha”. It knows: anna.',
    );
  });
});
