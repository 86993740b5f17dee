import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importStatements } from '../../src/steps/deposits.ts';
import { intendCredit, issueInvoices } from '../../src/steps/issue.ts';
import { issueReceipts } from '../../src/steps/receipts.ts';
import { assignEntry, ignoreEntry } from '../../src/steps/settle-entry.ts';
import { deliver, filesOf, office } from './office.ts';
import type { Workplace } from './workplace.ts';

/** One movement a line: what MT940 has in its field 61 after the date, and the words that came with it. */
type Line = readonly [string, string];

function mt940(lines: readonly Line[], account = '93115212345678'): string {
  const sum = lines.reduce((total, [movement]) => {
    const [, mark = '', amount = '0'] = /^(R?[CD])([\d,]+)/.exec(movement) ?? [];
    const value = Math.round(Number(amount.replace(',', '.')) * 100);
    return total + (mark === 'C' || mark === 'RD' ? value : -value);
  }, 100_000);
  const closing = `${Math.floor(sum / 100)},${String(sum % 100).padStart(2, '0')}`;
  return [
    ':20:X',
    `:25:IE29AIBK/${account}`,
    ':28C:1/1',
    ':60F:C261201EUR1000,00',
    ...lines.flatMap(([movement, words]) => [`:61:261202${movement}NTRFNONREF`, `:86:${words}`]),
    `:62F:C261231EUR${closing}`,
    '',
  ].join('\n');
}

async function drop(place: Workplace, name: string, content: string): Promise<void> {
  await place.set(`bank/${name}`, content);
  const old = new Date(Date.now() - 60_000);
  await utimes(join(place.root, 'bank', name), old, old);
  await importStatements(place.desk);
  await issueReceipts(place.desk);
}

/** A desk with so many invoices of ten cents; their numbers. */
async function withInvoices(count: number): Promise<readonly [Workplace, ...string[]]> {
  const place = await office();
  for (let index = 1; index <= count; index += 1) await deliver(place, `anna/job-${index}/a.txt`);
  await issueInvoices(place.desk);
  const numbers = (await place.desk.ledger.invoices()).map(({ invoice }) => invoice.number);
  return [place, ...numbers];
}

async function paid({ desk }: Workplace): Promise<Readonly<Record<string, bigint>>> {
  return Object.fromEntries(await desk.ledger.paidAmounts());
}

describe('deposits', () => {
  it('that cover an invoice make its receipt, and not before', async () => {
    const [place, number = ''] = await withInvoices(1);
    await drop(place, 'one.sta', mt940([['C0,06', `${number} first part`]]));
    expect(await paid(place)).toEqual({ [number]: 6n });
    expect(filesOf(place, 'anna/job-1/invoice')).not.toContain(`${number}-receipt.pdf`);
    await drop(place, 'two.sta', mt940([['C0,04', `${number} the rest`]]));
    expect(await paid(place)).toEqual({ [number]: 10n });
    expect(filesOf(place, 'anna/job-1/invoice')).toContain(`${number}-receipt.pdf`);
  });

  it('count once, however many statements list them', async () => {
    const [place, number = ''] = await withInvoices(1);
    const lines: readonly Line[] = [['C0,02', number]];
    await drop(place, 'monday.sta', mt940(lines));
    await drop(place, 'monday again.sta', mt940(lines));
    await drop(place, 'week.sta', mt940([...lines, ['C0,03', number]]));
    expect(await paid(place)).toEqual({ [number]: 5n });
    await drop(place, 'two alike.sta', mt940([...lines, ...lines]));
    expect(await paid(place)).toEqual({ [number]: 7n });
  });

  it('that the bank takes back open the invoice again', async () => {
    const [place, number = ''] = await withInvoices(1);
    await drop(place, 'one.sta', mt940([['C0,10', number]]));
    expect(await place.desk.ledger.receipts()).toMatchObject([{ number, state: 'issued' }]);
    await drop(place, 'two.sta', mt940([['RC0,10', `${number} returned`]]));
    expect(await paid(place)).toEqual({ [number]: 0n });
    expect(await place.desk.ledger.receipts()).toMatchObject([{ number, state: 'void' }]);
    await drop(place, 'three.sta', mt940([['C0,10', `${number} again`]]));
    expect(await place.desk.ledger.receipts()).toMatchObject([{ number, state: 'issued' }]);
  });

  it('that are taken back while the receipt is printed leave the invoice open', async () => {
    const [place, number = ''] = await withInvoices(1);
    const { desk } = place;
    const printPaper: typeof desk.billing.printPaper = async (paper, day) => {
      await desk.ledger.transaction((tx) =>
        tx.putReceipt({ number, state: 'void', paidOn: '2026-12-03' }),
      );
      return desk.billing.printPaper(paper, day);
    };
    const slow = { ...desk, billing: { ...desk.billing, printPaper } };
    await drop({ ...place, desk: slow }, 'one.sta', mt940([['C0,10', number]]));
    expect(await desk.ledger.receipts()).toMatchObject([{ number, state: 'void' }]);
  });

  it('may be for several invoices, and may be too much', async () => {
    const [place, first = '', second = ''] = await withInvoices(2);
    await drop(place, 'one.sta', mt940([['C0,20', `${first} ${second}`]]));
    expect(await paid(place)).toEqual({ [first]: 10n, [second]: 10n });
    const [third, number = ''] = await withInvoices(1);
    await drop(third, 'one.sta', mt940([['C0,15', number]]));
    expect(await paid(third)).toEqual({ [number]: 10n });
    expect((await third.desk.ledger.bankEntries())[0]?.remark).toContain(
      'more than was due; 0.05 EUR are kept',
    );
  });

  it('that name nothing wait for the operator, who assigns or ignores them', async () => {
    const [place, number = ''] = await withInvoices(1);
    const { desk } = place;
    await drop(
      place,
      'one.sta',
      mt940([
        ['C0,10', 'thank you'],
        ['C7,00', 'for the lamp'],
        ['D3,00', 'rent'],
      ]),
    );
    const open = await desk.ledger.bankEntries({ state: 'open' });
    expect(open.map(({ amount, remark }) => [amount, remark])).toEqual(
      expect.arrayContaining([
        [10n, `perhaps for ${number}: the amount is the same`],
        [700n, undefined],
      ]),
    );
    const [small, large] = open.toSorted((a, b) => Number(a.amount - b.amount));
    await assignEntry(small?.id.slice(0, 8) ?? '', number, desk);
    await ignoreEntry(large?.id ?? '', 'a lamp', desk);
    await issueReceipts(desk);
    expect(await paid(place)).toEqual({ [number]: 10n });
    expect(await desk.ledger.bankEntries({ state: 'open' })).toEqual([]);
    expect(filesOf(place, 'anna/job-1/invoice')).toContain(`${number}-receipt.pdf`);
    await expect(assignEntry(small?.id ?? '', number, desk)).rejects.toThrow('no open movement');
  });

  it('are given by the operator only where it is plain what is meant', async () => {
    const [place, number = ''] = await withInvoices(1);
    const { desk } = place;
    await drop(place, 'one.sta', mt940([['C0,10', number]]));
    await drop(
      place,
      'two.sta',
      mt940(Array.from({ length: 20 }, (_, day) => ['C0,10', `${day}`])),
    );
    const ids = (await desk.ledger.bankEntries({ state: 'open' })).map(({ id }) => id);
    const shared = ids
      .map(([start = '']) => start)
      .find((start, at, all) => all.indexOf(start) < at);
    for (const id of ['', shared ?? '']) {
      await expect(assignEntry(id, number, desk)).rejects.toThrow(/no open|Several/);
    }
    await expect(assignEntry(ids[0] ?? '', number, desk)).rejects.toThrow('paid already');
    await drop(place, 'three.sta', mt940([['RC0,99', 'returned']]));
    const back = (await desk.ledger.bankEntries({ state: 'open' })).find(
      ({ amount }) => amount < 0n,
    );
    await expect(assignEntry(back?.id ?? '', number, desk)).rejects.toThrow('Less was deposited');
    expect(await paid(place)).toEqual({ [number]: 10n });
  });

  it('are not for an invoice that was taken back', async () => {
    const [place, number = ''] = await withInvoices(1);
    await intendCredit(number, 'a mistake', place.desk);
    await drop(place, 'one.sta', mt940([['C0,10', number]]));
    expect(await paid(place)).toEqual({});
    expect(await place.desk.ledger.bankEntries({ state: 'open' })).toHaveLength(1);
  });
});

describe('statement files', () => {
  it('are moved when they are read, and refused with a sentence when they cannot be', async () => {
    const [place, number = ''] = await withInvoices(1);
    await drop(place, 'good.sta', mt940([['C0,10', number]]));
    await drop(place, 'other account.sta', mt940([['C0,10', number]], '11111111'));
    await drop(place, 'cut.sta', mt940([['C0,10', number]]).replace('1000,10', '1000,11'));
    await drop(place, 'letter.txt', 'Dear bank');
    const bank = join(place.root, 'bank');
    expect(readdirSync(join(bank, 'processed'))).toHaveLength(1);
    expect(readdirSync(join(bank, 'refused')).filter((name) => name.endsWith('.txt'))).toEqual([
      'cut.sta.reason.txt',
      'letter.txt',
      'letter.txt.reason.txt',
      'other account.sta.reason.txt',
    ]);
    const reason = readFileSync(join(bank, 'refused', 'other account.sta.reason.txt'), 'utf8');
    expect(reason).toContain('ending in 1111');
    expect(await paid(place)).toEqual({ [number]: 10n });
  });

  it('are refused when they are too large to be statements, or stay empty', async () => {
    const [place] = await withInvoices(1);
    const bank = join(place.root, 'bank');
    await place.set('bank/fresh.sta', '');
    await place.set('bank/film.sta', '');
    truncateSync(join(bank, 'film.sta'), 50_000_001);
    await place.set('bank/empty.sta', '');
    const old = new Date(Date.now() - 3_600_000);
    await utimes(join(bank, 'empty.sta'), old, old);
    await importStatements(place.desk);
    const refused = readdirSync(join(bank, 'refused')).filter((name) => name.endsWith('.txt'));
    expect(refused.sort()).toEqual(['empty.sta.reason.txt', 'film.sta.reason.txt']);
    expect(existsSync(join(bank, 'fresh.sta'))).toBe(true);
  });

  it('wait until there is an account, and until they are whole', async () => {
    const [place, number = ''] = await withInvoices(1);
    await place.set('bank/fresh.sta', mt940([['C0,10', number]]));
    await importStatements(place.desk);
    expect(await paid(place)).toEqual({});
    expect(existsSync(join(place.root, 'bank', 'fresh.sta'))).toBe(true);
    await place.set('desk.yaml', 'pipeline: quick\n');
    await drop(place, 'two.sta', mt940([['C0,10', number]]));
    expect(existsSync(join(place.root, 'bank', 'two.sta'))).toBe(true);
  });

  it('are read once when the desk dies after the ledger has them', async () => {
    const [place, number = ''] = await withInvoices(1);
    const dying = { ...place.desk.bank, done: () => Promise.reject(new Error('killed')) };
    const desk = { ...place.desk, bank: dying };
    await expect(drop({ ...place, desk }, 'one.sta', mt940([['C0,06', number]]))).rejects.toThrow(
      'killed',
    );
    await importStatements(place.desk);
    expect(await paid(place)).toEqual({ [number]: 6n });
  });
});
