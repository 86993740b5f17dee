import { sql } from 'kysely';
import type { Allocation } from '../../billing/deposits.ts';
import type { Minor } from '../../billing/money.ts';
import type { BankEntry, GivenDeposit, NewBankEntry, Receipt } from '../../job/deposits.ts';
import { usedCredit } from './credits.ts';
import type { Db } from './tables.ts';

/** Notes a statement file. False when it was imported before. */
export async function addBankFile(db: Db, file: BankFile): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('bank_files')
    .values({ hash: file.hash, name: file.name, format: file.format, imported_at: file.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export interface BankFile {
  readonly hash: string;
  readonly name: string;
  readonly format: string;
  readonly at: string;
}

export async function hasBankEntry(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('bank_entries')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Records a movement with what it is given to. */
export async function addBankEntry(db: Db, entry: NewBankEntry, at: string): Promise<void> {
  await db
    .insertInto('bank_entries')
    .values({
      id: entry.id,
      file: entry.file,
      booked_on: entry.bookedOn,
      currency: entry.currency,
      amount: entry.amount.toString(),
      payer: entry.payer ?? null,
      words: entry.words,
      state: entry.state,
      remark: entry.remark ?? null,
    })
    .execute();
  for (const allocation of entry.allocations) {
    await allocate(db, { entryId: entry.id, ...allocation, decidedBy: 'proofdesk', at });
  }
}

export interface NewAllocation extends Allocation {
  readonly entryId: string;
  readonly decidedBy: string;
  readonly at: string;
}

export async function allocate(db: Db, given: NewAllocation): Promise<void> {
  const { entryId, number, amount, decidedBy, at } = given;
  await db
    .insertInto('allocations')
    .values({ entry_id: entryId, number, amount: amount.toString(), decided_by: decidedBy, at })
    .execute();
}

/** What the operator decided of an open movement. False when it is not open any more. */
export async function settleBankEntry(
  db: Db,
  id: string,
  to: { readonly state: 'allocated' | 'ignored'; readonly remark: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('bank_entries')
    .set(to)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The movements, the oldest first. */
export async function bankEntries(
  db: Db,
  which: { readonly state?: BankEntry['state'] } = {},
): Promise<readonly BankEntry[]> {
  let query = db.selectFrom('bank_entries').selectAll();
  if (which.state) query = query.where('state', '=', sql.lit(which.state));
  const rows = await query.orderBy('booked_on').orderBy('id').execute();
  return rows.map(({ id, booked_on, currency, amount, payer, words, state, remark }) => ({
    id,
    bookedOn: booked_on,
    currency,
    amount: BigInt(amount) as Minor,
    words,
    state,
    ...(payer !== null && { payer }),
    ...(remark !== null && { remark }),
  }));
}

/** What was deposited for each invoice that anything was, with credit that was set against it; for one of them when asked for. */
export async function paidAmounts(
  db: Db,
  which: { readonly number?: string } = {},
): Promise<ReadonlyMap<string, Minor>> {
  let query = db.selectFrom('allocations').select(['number', 'amount']);
  if (which.number !== undefined) query = query.where('number', '=', which.number);
  const rows = await query.execute();
  const sums = new Map<string, Minor>();
  for (const { number, amount } of rows) {
    sums.set(number, ((sums.get(number) ?? 0n) + BigInt(amount)) as Minor);
  }
  for (const { number, amount } of await usedCredit(db, which)) {
    sums.set(number, ((sums.get(number) ?? 0n) + amount) as Minor);
  }
  return sums;
}

/** What was given to which invoice, in the order in which it was. */
export async function allocations(db: Db): Promise<readonly GivenDeposit[]> {
  const rows = await db
    .selectFrom('allocations')
    .select(['entry_id', 'number', 'amount'])
    .orderBy('seq')
    .execute();
  return rows.map(({ entry_id, number, amount }) => ({
    entryId: entry_id,
    number,
    amount: BigInt(amount) as Minor,
  }));
}

/** Sets how the receipt of an invoice stands. */
export async function putReceipt(db: Db, receipt: Receipt): Promise<void> {
  const { number, state, paidOn } = receipt;
  await db
    .insertInto('receipts')
    .values({ number, state, paid_on: paidOn })
    .onConflict((conflict) => conflict.column('number').doUpdateSet({ state, paid_on: paidOn }))
    .execute();
}

export async function receipts(
  db: Db,
  which: { readonly number?: string } = {},
): Promise<readonly Receipt[]> {
  let query = db.selectFrom('receipts').selectAll().orderBy('number');
  if (which.number !== undefined) query = query.where('number', '=', which.number);
  const rows = await query.execute();
  return rows.map(({ number, state, paid_on }) => ({ number, state, paidOn: paid_on }));
}
