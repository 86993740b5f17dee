import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listInvoices } from '../../src/app/invoices.ts';
import { invoiceAddress } from '../../src/app/money-files.ts';
import { importStatements } from '../../src/steps/deposits.ts';
import { intendCredit, issueInvoices } from '../../src/steps/issue.ts';
import { deliver, office } from '../steps/office.ts';

it('the list of invoices says what is open, paid in part, paid, or taken back', async () => {
  const place = await office();
  await deliver(place, 'anna/a/a.txt', 'anna/b/a.txt', 'anna/c/a.txt', 'anna/d/a.txt');
  const { issued } = await issueInvoices(place.desk);
  const [first = '', second = '', third = ''] = issued.map(({ invoice }) => invoice.number);
  const lines = [
    ...[':20:X', ':25:93115212345678', ':28C:1', ':60F:C261201EUR0,00'],
    ...[':61:261202C0,10NTRFNONREF//B1', `:86:${first}`],
    ...[':61:261202C0,04NTRFNONREF//B2', `:86:${second}`],
    ':62F:C261202EUR0,14',
  ];
  await place.set('bank/one.sta', `${lines.join('\n')}\n`);
  const old = new Date(Date.now() - 60_000);
  await utimes(join(place.root, 'bank/one.sta'), old, old);
  expect(await importStatements(place.desk)).toMatchObject({ read: ['one.sta'], refused: [] });
  await intendCredit(third, 'a wrong address', place.desk);
  const rows = await listInvoices(place.root);
  expect(rows.map(({ kind, open }) => [kind, open])).toEqual(
    expect.arrayContaining([
      ['invoice', '0.00'],
      ['invoice', '0.06'],
      ['invoice', undefined],
      ['invoice', '0.10'],
      ['credit-note', undefined],
    ]),
  );
  expect(rows.filter(({ overdue }) => overdue)).toEqual([]);
});

it('an address with too many lines says what it may have', () => {
  const address = { name: 'A', street: ['1', '2', '3', '4'], town: 'B', country: 'IE' };
  const { error } = invoiceAddress.safeParse(address);
  expect(error?.issues[0]?.message).toContain('a list of at most three');
});
