import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Flavour } from '../flavour.ts';
import { type History, index, required } from './columns.ts';

/** What is a client's own, move by move; what earlier deposits left over is entered with it. */
export function credits(flavour: Flavour): Migration {
  return {
    async up(db) {
      const table = db.schema
        .createTable('credit_moves')
        .addColumn('seq', flavour.sequenceType, (column) => flavour.sequence(column))
        .addColumn('client', 'text', (column) => required(column).references('clients.name'))
        .addColumn('currency', 'text', required)
        .addColumn('amount', 'text', required)
        .addColumn('kind', 'text', (column) =>
          required(column).check(
            sql`kind in ('overpaid', 'deposited', 'taken-back', 'used', 'refunded')`,
          ),
        )
        .addColumn('entry_id', 'text', (column) => column.references('bank_entries.id'))
        .addColumn('number', 'text', (column) => column.references('invoices.number'))
        .addColumn('booked_on', 'text', required)
        .addColumn('decided_by', 'text', required)
        .addColumn('remark', 'text')
        .addColumn('at', 'text', required);
      await flavour.strict(table).execute();
      await index(db, 'credit_moves_client', 'credit_moves').columns(['client']).execute();
      await index(db, 'credit_moves_number', 'credit_moves').columns(['number']).execute();
      await enterEarlier(db);
    },
  };
}

const sums = sql`select entry_id, sum(cast(amount as integer)) as given, min(seq) as first from allocations group by entry_id`;

async function enterEarlier(db: History): Promise<void> {
  await sql`insert into credit_moves (client, currency, amount, kind, entry_id, number, booked_on, decided_by, at)
    select i.client, e.currency, cast(cast(e.amount as integer) - s.given as text), 'overpaid', e.id, a.number, e.booked_on, 'proofdesk', a.at
    from bank_entries e join (${sums}) s on s.entry_id = e.id
    join allocations a on a.seq = s.first join invoices i on i.number = a.number
    where e.state = 'allocated' and cast(e.amount as integer) <> s.given order by a.seq`.execute(
    db,
  );
  await sql`insert into credit_moves (client, currency, amount, kind, number, booked_on, decided_by, at)
    select i.client, i.currency, cast(s.paid as text), 'taken-back', i.number, n.issued_on, 'proofdesk', n.issued_on || 'T00:00:00.000Z'
    from invoices n join invoices i on i.number = n.credits
    join (select number, sum(cast(amount as integer)) as paid from allocations group by number) s on s.number = i.number
    where s.paid <> 0 order by n.number`.execute(db);
}
