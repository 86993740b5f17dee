import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importStatements } from '../../src/steps/deposits.ts';
import { issueInvoices } from '../../src/steps/issue.ts';
import { claimReminders } from '../../src/steps/reminders.ts';
import { tellClients } from '../../src/steps/tell.ts';
import { deliver, deskYaml } from './office.ts';
import { mailingOffice } from './post-office.ts';
import type { Workplace } from './workplace.ts';

const dayMs = 86_400_000;

/** Reads a statement in which only this happened. */
async function readBank(place: Workplace, name: string, words = 'a stranger'): Promise<void> {
  const lines = [
    ':20:X',
    ':25:IE29AIBK/93115212345678',
    ':28C:1/1',
    ':60F:C261201EUR1000,00',
    ':61:261202C0,06NTRFNONREF',
    `:86:${words}`,
    ':62F:C261231EUR1000,06',
    '',
  ];
  await place.set(`bank/${name}.sta`, lines.join('\n'));
  const old = new Date(Date.now() - 60_000);
  await utimes(join(place.root, 'bank', `${name}.sta`), old, old);
  await importStatements(place.desk);
}

async function reminded({ desk }: Workplace): Promise<readonly string[]> {
  await claimReminders(desk);
  await claimReminders(desk);
  await tellClients(desk);
  const messages = await desk.ledger.messages();
  return messages.filter(({ about }) => about === 'payment-reminder').map(({ subject }) => subject);
}

async function overdueOffice(settings: string): Promise<Workplace> {
  const place = await mailingOffice(undefined);
  await place.set('desk.yaml', `${deskYaml}${settings}`);
  await deliver(place, 'anna/letters/a.txt');
  await issueInvoices(place.desk);
  return place;
}

describe('reminders', () => {
  it('come once a step, only after statements were read, and end', async () => {
    const place = await overdueOffice('invoice: { due_days: 14, reminders: [7, 14] }\n');
    await readBank(place, 'early');
    place.later(22 * dayMs);
    expect(await reminded(place)).toEqual([]);
    await readBank(place, 'late', 'another stranger');
    expect(await reminded(place)).toHaveLength(1);
    expect(await reminded(place)).toHaveLength(1);
    place.later(100 * dayMs);
    await readBank(place, 'later', 'a third stranger');
    expect(await reminded(place)).toHaveLength(2);
    place.later(100 * dayMs);
    await readBank(place, 'last', 'a fourth stranger');
    expect(await reminded(place)).toHaveLength(2);
  });

  it('never come unless the settings say so, nor while a deposit waits for a decision', async () => {
    const place = await overdueOffice('');
    place.later(60 * dayMs);
    await readBank(place, 'late');
    expect(await reminded(place)).toEqual([]);
    const other = await overdueOffice('invoice: { reminders: [7] }\n');
    other.later(60 * dayMs);
    const [record] = await other.desk.ledger.invoices();
    const number = record?.invoice.number ?? '';
    await other.desk.ledger.transaction(async (tx) => {
      const at = other.desk.clock.now().toISOString();
      await tx.addBankFile({ hash: 'f', name: 'f', format: 'csv', at });
      const entry = { id: 'e', file: 'f', bookedOn: '2026-12-01', currency: 'EUR' } as const;
      const remark = `perhaps for ${number}`;
      const amount = (record?.invoice.totals.gross ?? 0n) as never;
      const open = { words: 'help', state: 'open', remark, amount, allocations: [] } as const;
      await tx.addBankEntry({ ...entry, ...open }, at);
    });
    expect(await reminded(other)).toEqual([]);
    await other.desk.ledger.transaction((tx) =>
      tx.settleBankEntry('e', { state: 'ignored', remark: 'not ours' }),
    );
    expect(await reminded(other)).toHaveLength(1);
  });
});
