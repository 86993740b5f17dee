import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { booksOf, exportBooks, reportAgeing, reportMonth } from '../../src/app/books.ts';
import { dayOf } from '../../src/steps/days.ts';
import { importStatements } from '../../src/steps/deposits.ts';
import { intendCredit, issueInvoices } from '../../src/steps/issue.ts';
import { deliver, office } from '../steps/office.ts';

describe('the books of a desk', () => {
  it('hold what was invoiced, taken back and deposited', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt', 'anna/two/a.txt', 'anna/three/a.txt');
    await issueInvoices(place.desk);
    const year = dayOf(new Date()).slice(0, 4);
    await intendCredit(`INV-${year}-0003`, 'a mistake', place.desk);
    await place.set(
      'bank/one.sta',
      [
        ':20:X',
        ':25:93115212345678',
        ':28C:1',
        ':60F:C260101EUR0,00',
        ':61:2601020102C0,04NTRFNONREF//B1',
        `:86:Invoice INV-${year}-0001`,
        ':62F:C260102EUR0,04',
        '-',
      ].join('\r\n'),
    );
    const old = new Date(Date.now() - 3_600_000);
    await utimes(join(place.root, 'bank/one.sta'), old, old);
    await importStatements(place.desk);
    const { deposits, invoices } = await booksOf(place.desk.ledger, place.desk.billing);
    expect(invoices).toHaveLength(4);
    expect(deposits.map(({ amount, parts }) => [amount, parts])).toEqual([
      [4n, [{ number: `INV-${year}-0001`, client: 'anna', amount: 4n }]],
    ]);
    expect((await exportBooks(place.root, 'hledger', {}))[0]).toMatch(
      /assets:receivable:anna {2}0\.00 EUR = 0\.16 EUR/,
    );
    const [row] = await reportAgeing(place.root);
    expect(row).toMatchObject({ client: 'anna', upTo30: '0.16', over90: '0.00', open: '0.16' });
    const [month] = await reportMonth(place.root, dayOf(new Date()).slice(0, 7));
    expect(month).toMatchObject({ invoiced: '0.30', credited: '-0.10' });
  });
});
