import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeDesignatedAccount, designatedAccount } from '../../src/app/bank.ts';
import { importStatements } from '../../src/steps/deposits.ts';
import { heldUpInvoices, issueInvoices } from '../../src/steps/issue.ts';
import { deliver, deskYaml, office } from './office.ts';
import type { Workplace } from './workplace.ts';

const other = deskYaml.replace('IE29 AIBK 9311 5212 3456 78', 'GB29 NWBK 6016 1331 9268 19');
const word = { by: 'Lindgren', because: 'we moved to another bank' };

/** An office whose first invoice is out, and whose settings then name another account. */
async function diverted(): Promise<Workplace> {
  const place = await office();
  await deliver(place, 'anna/one/a.txt');
  expect((await issueInvoices(place.desk)).issued).toHaveLength(1);
  await place.set('desk.yaml', other);
  await deliver(place, 'anna/two/a.txt');
  return place;
}

describe('the designated account', () => {
  it('is locked with the first invoice: no other gets onto one, or has its statements read', async () => {
    const place = await diverted();
    const { issued, waiting } = await issueInvoices(place.desk);
    expect(issued).toEqual([]);
    expect(waiting[0]?.reasons[0]).toMatch(
      /ending in 6819, and deposits go to the one ending in 5678/,
    );
    const held = await heldUpInvoices(place.desk.ledger, place.desk.billing);
    expect(held[0]?.reasons).toEqual(waiting[0]?.reasons);
    await place.set('bank/one.sta', ':20:X\n:25:60161331926819\n:28C:1\n:60F:C261201EUR0,00\n');
    const old = new Date(Date.now() - 60_000);
    await utimes(join(place.root, 'bank/one.sta'), old, old);
    const { read, waiting: files } = await importStatements(place.desk);
    expect(read).toEqual([]);
    expect(files).toEqual([{ name: 'one.sta', reason: waiting[0]?.reasons[0] }]);
    await place.set('desk.yaml', deskYaml);
    expect((await issueInvoices(place.desk)).issued).toHaveLength(1);
  });

  it('changes by a command that is recorded, and invoices that are out keep theirs', async () => {
    const place = await diverted();
    const { locked, fault } = await designatedAccount(place.root);
    expect(locked?.ends).toBe('5678');
    expect(fault).toContain('bank account --because');
    await changeDesignatedAccount(place.root, word);
    await expect(changeDesignatedAccount(place.root, word)).rejects.toThrow('6819 already');
    expect((await issueInvoices(place.desk)).issued).toHaveLength(1);
    const invoices = await place.desk.ledger.invoices();
    expect(invoices.map(({ invoice: { account } }) => account.number)).toMatchObject([
      { iban: 'IE29AIBK93115212345678' },
      { iban: 'GB29NWBK60161331926819' },
    ]);
    const events = await place.desk.ledger.eventsCalled('account-locked');
    expect(events.map(({ data }) => [data?.['ends'], data?.['because']])).toEqual([
      ['5678', undefined],
      ['6819', word.because],
    ]);
    const [first] = invoices;
    const lines = [':20:X', ':25:93115212345678', ':28C:1', ':60F:C261201EUR0,00'];
    const deposit = [':61:261202C0,10NTRFNONREF', `:86:${first?.invoice.number}`];
    await place.set('bank/old.sta', [...lines, ...deposit, ':62F:C261202EUR0,10', ''].join('\n'));
    const old = new Date(Date.now() - 60_000);
    await utimes(join(place.root, 'bank/old.sta'), old, old);
    expect(await importStatements(place.desk)).toMatchObject({ read: ['old.sta'], refused: [] });
    expect([...(await place.desk.ledger.paidAmounts()).values()]).toEqual([10n]);
    expect(JSON.stringify(events)).not.toContain('93115212345678');
  });
});
