import type { Minor } from '../../billing/money.ts';
import type { CreditMove } from '../../job/credits.ts';
import type { Db } from './tables.ts';

/** Records a move of a client's credit. */
export async function addCreditMove(db: Db, move: CreditMove, at: string): Promise<void> {
  const { client, currency, amount, kind, entryId, number, bookedOn, decidedBy, remark } = move;
  await db
    .insertInto('credit_moves')
    .values({
      client,
      currency,
      amount: amount.toString(),
      kind,
      entry_id: entryId ?? null,
      number: number ?? null,
      booked_on: bookedOn,
      decided_by: decidedBy,
      remark: remark ?? null,
      at,
    })
    .execute();
}

/** All moves, in the order in which they were made. */
export async function creditMoves(db: Db): Promise<readonly CreditMove[]> {
  const rows = await db.selectFrom('credit_moves').selectAll().orderBy('seq').execute();
  return rows.map((row) => ({
    client: row.client,
    currency: row.currency,
    amount: BigInt(row.amount) as Minor,
    kind: row.kind,
    ...(row.entry_id !== null && { entryId: row.entry_id }),
    ...(row.number !== null && { number: row.number }),
    bookedOn: row.booked_on,
    decidedBy: row.decided_by,
    ...(row.remark !== null && { remark: row.remark }),
  }));
}

/** What of credit was set against invoices; against one of them when asked for. */
export async function usedCredit(
  db: Db,
  which: { readonly number?: string },
): Promise<readonly { readonly number: string; readonly amount: bigint }[]> {
  let query = db.selectFrom('credit_moves').select(['number', 'amount']).where('kind', '=', 'used');
  if (which.number !== undefined) query = query.where('number', '=', which.number);
  const rows = await query.execute();
  return rows.flatMap(({ number, amount }) =>
    number === null ? [] : [{ number, amount: -BigInt(amount) }],
  );
}
