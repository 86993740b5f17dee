import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportBooks, reportAgeing, reportMonth } from '../../src/app/books.ts';
import { balancesIn, keepEntry, refundCredit, useCredit } from '../../src/steps/credits.ts';
import { dayOf } from '../../src/steps/days.ts';
import { importStatements } from '../../src/steps/deposits.ts';
import { intendCredit, issueInvoices } from '../../src/steps/issue.ts';
import { sendMessages } from '../../src/steps/send-mail.ts';
import { assignEntry } from '../../src/steps/settle-entry.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { program } from '../parts.ts';
import { deliver } from './office.ts';
import { mailingOffice, postOffice } from './post-office.ts';
import type { Workplace } from './workplace.ts';

const year = new Date().getFullYear();
const invoice = (ordinal: number): string => `INV-${year}-000${ordinal}`;

/** Three invoices of 10 cents each for Anna; mails go to a real server. */
async function threeInvoices(client = '') {
  const { mails, port } = await postOffice();
  const place = await mailingOffice(port, client);
  await deliver(place, 'anna/one/a.txt', 'anna/two/a.txt', 'anna/three/a.txt');
  await issueInvoices(place.desk);
  await post(place);
  const told = () => mails.splice(0).map(({ subject, text }) => `${subject}: ${text}`);
  told();
  return { told, place };
}

async function post({ desk }: Workplace): Promise<void> {
  await tellClients(desk);
  await sendMessages(desk);
}

/** Cents and words of each movement, below zero for what the bank took back. */
async function statement(place: Workplace, movements: readonly (readonly [number, string])[]) {
  const euros = (cents: number): string =>
    `${(Math.abs(cents) / 100).toFixed(2)}`.replace('.', ',');
  const sum = movements.reduce((all, [cents]) => all + cents, 0);
  const day = dayOf(new Date()).slice(2).replaceAll('-', '');
  const lines = [
    ':20:X',
    ':25:IE29AIBK/93115212345678',
    ':28C:1/1',
    `:60F:C${day}EUR1000,00`,
    ...movements.flatMap(([cents, words], index) => [
      `:61:${day}${cents < 0 ? 'RC' : 'C'}${euros(cents)}NTRFNONREF//${index}${Math.abs(cents)}`,
      `:86:${words}`,
    ]),
    `:62F:C${day}EUR${euros(100_000 + sum)}`,
    '',
  ];
  const name = `bank/${movements.map(([cents]) => cents).join('_')}.sta`;
  await place.set(name, lines.join('\n'));
  const old = new Date(Date.now() - 60_000);
  await utimes(join(place.root, name), old, old);
  await importStatements(place.desk);
}

const kept = async ({ desk }: Workplace) =>
  balancesIn(await desk.ledger.creditMoves()).map(({ client, currency, amount }) => [
    client,
    currency,
    amount,
  ]);

/** Both programs sum the books up for themselves. */
async function checkBooks({ root }: Workplace): Promise<void> {
  for (const [name, args] of [
    ['hledger', ['check', '--strict', '-f']],
    ['bean-check', []],
  ] as const) {
    const path = program(name);
    if (!path) continue;
    const [text = ''] = await exportBooks(root, name === 'hledger' ? name : 'beancount', {});
    const file = join(root, `${name}.txt`);
    writeFileSync(file, text);
    const { stderr, stdout, status } = spawnSync(path, [...args, file], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(`${status} ${stderr}${stdout}`.trim()).toBe('0');
  }
}

describe('what is deposited beyond what is due', () => {
  it('is kept, set against the next invoice on command, and the rest sent back', async () => {
    const { told, place } = await threeInvoices();
    await statement(place, [[23, `for ${invoice(1)}`]]);
    await post(place);
    expect(await kept(place)).toEqual([['anna', 'EUR', 13n]]);
    expect(told()[0]).toMatch(/^Your credit: €0\.13.*€0\.13 more than was due on the invoice INV/s);
    expect((await reportAgeing(place.root))[0]).toMatchObject({ open: '0.20', credit: '0.13' });
    await checkBooks(place);
    expect(await useCredit(invoice(2), place.desk)).toBe(10n);
    await expect(useCredit(invoice(2), place.desk)).rejects.toThrow('paid already');
    expect((await place.desk.ledger.receipts()).map(({ number }) => number)).toEqual([
      invoice(1),
      invoice(2),
    ]);
    const refund = { client: 'anna', currency: 'EUR', because: 'asked for' };
    await expect(refundCredit({ ...refund, amount: '0.04' }, place.desk)).rejects.toThrow(
      'Only 0.03 EUR are kept',
    );
    await expect(refundCredit({ ...refund, amount: '0.005' }, place.desk)).rejects.toThrow(
      'no amount in EUR',
    );
    await refundCredit({ ...refund, amount: '0.01' }, place.desk);
    expect(await refundCredit(refund, place.desk)).toBe(2n);
    await expect(refundCredit(refund, place.desk)).rejects.toThrow('Nothing in EUR is kept');
    await expect(useCredit(invoice(3), place.desk)).rejects.toThrow('Nothing in EUR is kept');
    expect(await kept(place)).toEqual([]);
    await post(place);
    expect(told().filter((one) => one.startsWith('Your credit'))).toHaveLength(3);
    expect((await reportAgeing(place.root))[0]).toMatchObject({ open: '0.10', credit: '0.00' });
    const month = dayOf(new Date()).slice(0, 7);
    expect((await reportMonth(place.root, month))[0]).toMatchObject({
      received: '0.23',
      refunded: '0.03',
      open: '0.10',
      credit: '0.00',
    });
    await checkBooks(place);
  });

  it('is no longer kept when the bank takes all of it back', async () => {
    const { place } = await threeInvoices();
    await statement(place, [[23, `for ${invoice(1)}`]]);
    await statement(place, [[-23, `returned ${invoice(1)}`]]);
    const [open] = await place.desk.ledger.bankEntries({ state: 'open' });
    await assignEntry(open?.id ?? '', invoice(1), place.desk);
    expect(await kept(place)).toEqual([]);
    expect((await place.desk.ledger.paidAmounts()).get(invoice(1))).toBe(0n);
    expect((await place.desk.ledger.receipts())[0]?.state).toBe('void');
    await checkBooks(place);
  });

  it('may be all of a deposit that is for nothing yet', async () => {
    const { place } = await threeInvoices();
    await statement(place, [[7, 'in advance']]);
    const [open] = await place.desk.ledger.bankEntries({ state: 'open' });
    await expect(keepEntry(open?.id ?? '', 'nobody', place.desk)).rejects.toThrow('no client');
    await keepEntry(open?.id ?? '', 'anna', place.desk);
    expect(await kept(place)).toEqual([['anna', 'EUR', 7n]]);
    expect(await useCredit(invoice(3), place.desk)).toBe(7n);
    expect((await place.desk.ledger.paidAmounts()).get(invoice(3))).toBe(7n);
    await checkBooks(place);
  });
});

describe('an invoice that is taken back after it was paid', () => {
  it('leaves what was deposited as the client’s credit, told in the client’s language', async () => {
    const { told, place } = await threeInvoices('language: de\n');
    await statement(place, [[10, `for ${invoice(1)}`]]);
    await intendCredit(invoice(1), 'a mistake', place.desk);
    await post(place);
    expect(await kept(place)).toEqual([['anna', 'EUR', 10n]]);
    expect(told().join('\n')).toMatch(/Ihr Guthaben: 0,10 €.*aufgehoben, nachdem 0,10 € darauf/s);
    expect((await reportAgeing(place.root))[0]).toMatchObject({ open: '0.20', credit: '0.10' });
    await statement(place, [[-10, `returned ${invoice(1)}`]]);
    const [open] = await place.desk.ledger.bankEntries({ state: 'open' });
    await keepEntry(open?.id ?? '', 'anna', place.desk);
    expect(await kept(place)).toEqual([]);
    await checkBooks(place);
  });
});
