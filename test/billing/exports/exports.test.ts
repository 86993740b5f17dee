import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { beancountOf } from '../../../src/billing/exports/beancount.ts';
import { type Books, receivables } from '../../../src/billing/exports/books.ts';
import { invoicesCsv } from '../../../src/billing/exports/csv.ts';
import { entriesOf } from '../../../src/billing/exports/entries.ts';
import { hledgerOf } from '../../../src/billing/exports/hledger.ts';
import { quickbooksOf } from '../../../src/billing/exports/quickbooks.ts';
import { xeroFiles } from '../../../src/billing/exports/xero.ts';
import { program } from '../../parts.ts';
import { awkwardBooks, booked, deposit } from './books.ts';

const hledger = program('hledger');
const beanCheck = program('bean-check');
const periods = [{}, { year: 2026 }, { year: 2027 }, { year: 2031 }];

function ran(command: string, args: readonly string[], text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'books-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'books.txt');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(
    command,
    args.map((arg) => (arg === '{}' ? file : arg)),
    { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  if (status !== 0) throw new Error(`${stderr}\n${stdout}`);
  return stdout;
}

describe.skipIf(!hledger)('hledger', () => {
  const check = (text: string) =>
    ran(hledger ?? '', ['check', '-f', '{}', '--strict', 'payees', 'ordereddates'], text);

  it.each(periods)('accepts the books of %j', (period) => {
    check(hledgerOf(awkwardBooks(), period));
  });

  it('sums to what clients owe', () => {
    const text = hledgerOf(awkwardBooks(), {});
    const sums = ran(
      hledger ?? '',
      ['-f', '{}', 'balance', 'assets:receivable', '-O', 'csv', '-N'],
      text,
    );
    expect(sums.trim().split('\n').slice(1)).toEqual(['"assets:receivable:校对","777 JPY"']);
    const bank = ran(
      hledger ?? '',
      ['-f', '{}', 'balance', 'assets:bank', 'credit', '-O', 'csv', '-N'],
      text,
    );
    expect(bank.trim().split('\n').slice(1)).toEqual([
      '"assets:bank","29.39 EUR"',
      '"liabilities:client credit:ß","-1.00 EUR"',
    ]);
  });

  it('finds what was changed', () => {
    const text = hledgerOf(awkwardBooks(), {}).replace('assets:bank  6.00', 'assets:bank  6.01');
    expect(() => check(text)).toThrow(/could not balance/);
  });
});

describe.skipIf(!beanCheck)('Beancount', () => {
  it.each(periods)('accepts the books of %j', (period) => {
    expect(ran(beanCheck ?? '', ['{}'], beancountOf(awkwardBooks(), period))).toBe('');
  });

  it('keeps clients apart whose names look alike, under the same name each year', () => {
    const text = beancountOf(awkwardBooks(), { year: 2027 });
    expect(text).toContain('open Assets:Receivable:Anna-ek\n');
    expect(text).toContain('Assets:Receivable:Client-3  -777 JPY');
  });
});

describe('bookings', () => {
  it('sum to nothing, whatever was invoiced and deposited', () => {
    const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    const nets = fc.array(fc.tuple(amount, fc.constantFrom('S23', 'AE')), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(nets, amount, amount)), (all) => {
        const books: Books = { invoices: [], deposits: [], credits: [] };
        const made = all.map(([lines, paid, part], index) => {
          const one = booked({
            ordinal: index + 1,
            on: '2026-11-01',
            client: `c${index % 3}`,
            nets: lines,
          });
          return { one, of: deposit(`d${index}`, '2026-11-02', paid, [[one, part]]) };
        });
        const full = {
          ...books,
          invoices: made.map(({ one }) => one),
          deposits: made.map(({ of }) => of),
        };
        let owed = 0n;
        for (const { postings } of entriesOf(full, {})) {
          expect(postings.reduce((sum, one) => sum + one.amount, 0n)).toBe(0n);
          for (const { account, amount: of } of postings) {
            if (account.kind === 'receivable') owed += of;
          }
        }
        expect(receivables(full).reduce((sum, one) => sum + one.amount, 0n)).toBe(owed);
      }),
    );
  });
});

describe('tables', () => {
  it('give spreadsheets no formula to run', () => {
    const csv = invoicesCsv(awkwardBooks(), {});
    expect(csv).toContain(`"'=HYPERLINK(""http://x.test"",""y""); | ""Söhne""\nGmbH"`);
    expect(csv).toContain(',58.67,10.73,69.40,0.00,0.00,CN-2026-0001\r\n');
    expect(csv).toContain(',-58.67,-10.73,-69.40,');
    for (const cell of ['=1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1']) {
      const one = booked({ ordinal: 1, on: '2026-11-01', client: cell, nets: [[1n, 'AE']] });
      expect(invoicesCsv({ invoices: [one], deposits: [], credits: [] }, {})).toContain(
        `,'${cell},`,
      );
    }
  });

  it('give Xero its columns and at most 500 invoices a file', () => {
    const many = Array.from({ length: 1001 }, (_, index) =>
      booked({ ordinal: index + 1, on: '2026-11-24', client: 'anna', nets: [[1050n, 'S23']] }),
    );
    const files = xeroFiles({ invoices: many, deposits: [], credits: [] }, {});
    expect(files.map((text) => text.split('\r\n').length - 2)).toEqual([500, 500, 1]);
    expect(files[2]).toContain(
      'anna,,1 Road,Town,1,IE,INV-2026-1001,RF,24/11/2026,24/11/2026,Proofreading,1,10.50,200,S23,EUR\r\n',
    );
    expect(xeroFiles({ invoices: [], deposits: [], credits: [] }, {})).toHaveLength(1);
  });

  it('give QuickBooks entries that sum to nothing', () => {
    const rows = quickbooksOf(awkwardBooks(), {})
      .split('\r\n')
      .map((row) => row.split('\t'));
    let cents = 0n;
    let entries = 0;
    for (const [mark, , , , , amount = '0'] of rows) {
      if (mark === 'TRNS' || mark === 'SPL') {
        cents += BigInt(amount.includes('.') ? amount.replace('.', '') : `${amount}00`);
      }
      if (mark !== 'ENDTRNS') continue;
      expect(cents).toBe(0n);
      entries += 1;
    }
    expect(entries).toBe(39);
    expect(rows).toContainEqual([
      'TRNS',
      'INVOICE',
      '11/03/26',
      'Accounts Receivable',
      'anna ek',
      '12.31',
      'INV-2026-0001',
      'RF',
    ]);
    expect(rows.some(([mark, type]) => mark === 'TRNS' && type === 'CREDIT MEMO')).toBe(true);
  });
});
