import { frozen, thawed } from '../../billing/frozen.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { OrderedDocument } from '../../billing/order.ts';
import type { Quote } from '../../billing/quote.ts';
import { nobody } from '../../job/erasures.ts';
import type { ClientName } from '../../job/job.ts';
import { addLeftover } from './erase-documents.ts';
import type { Db } from './tables.ts';

/** Takes away what the ledger says of a client; all of it where the client is called `name` from now on. */
export async function eraseClient(
  db: Db,
  client: ClientName,
  { at, name }: { readonly at: string; readonly name?: ClientName },
): Promise<void> {
  const jobs = db.selectFrom('jobs').select('id').where('client', '=', client);
  await leaveRecords(db, client);
  await db.updateTable('events').set({ data: null }).where('job_id', 'in', jobs).execute();
  const named = `%"client":${JSON.stringify(client)}%`;
  await db.updateTable('events').set({ data: null }).where('data', 'like', named).execute();
  await db.updateTable('time_entries').set({ note: '' }).where('client', '=', client).execute();
  await db.updateTable('clients').set({ erased_at: at }).where('name', '=', client).execute();
  if (name === undefined) return;
  await eraseTasks(db, client);
  await eraseQuotes(db, client, name);
  await eraseInvoices(db, client, name);
  await callBy(db, client, name);
}

/** Agreements and written approvals are kept under the hash that their events name. */
async function leaveRecords(db: Db, client: ClientName): Promise<void> {
  const jobs = db.selectFrom('jobs').select('id').where('client', '=', client);
  const named = `%"client":${JSON.stringify(client)}%`;
  const rows = await db
    .selectFrom('events')
    .select(['code', 'data'])
    .where('code', 'in', ['agreement-accepted', 'quote-approved', 'quote-declined'])
    .where((eb) => eb.or([eb('job_id', 'in', jobs), eb('data', 'like', named)]))
    .execute();
  const hashes = rows.flatMap(({ code, data }) => {
    const kept = data === null ? {} : (JSON.parse(data) as Record<string, string>);
    return kept[code === 'agreement-accepted' ? 'hash' : 'file'] ?? [];
  });
  await addLeftover(db, 'content', hashes);
}

async function eraseTasks(db: Db, client: ClientName): Promise<void> {
  const rows = await db
    .selectFrom('invoice_tasks')
    .innerJoin('jobs', 'jobs.id', 'invoice_tasks.job_id')
    .select(['invoice_tasks.job_id', 'invoice_tasks.lines'])
    .where('jobs.client', '=', client)
    .execute();
  for (const { job_id, lines } of rows) {
    const erased = parsedLines(lines).map((line) => ({ ...line, description: 'erased' }));
    await db
      .updateTable('invoice_tasks')
      .set({ lines: JSON.stringify(erased) })
      .where('job_id', '=', job_id)
      .execute();
  }
}

/** Only `queueInvoice` writes this column. */
function parsedLines(json: string): readonly object[] {
  return JSON.parse(json) as readonly object[];
}

async function eraseQuotes(db: Db, client: ClientName, name: ClientName): Promise<void> {
  const rows = await db
    .selectFrom('quotes')
    .innerJoin('jobs', 'jobs.id', 'quotes.job_id')
    .select(['quotes.number', 'quotes.document', 'quotes.hash', 'quotes.job_id'])
    .where('jobs.client', '=', client)
    .execute();
  for (const { number, document, hash, job_id: job } of rows) {
    const quote = thawed<Quote>(document);
    const terms = { ...quote.terms, buyer: nobody(quote.terms.buyer) };
    const items = quote.order.items.map(nameless);
    const order = { ...quote.order, items };
    const lines = quote.lines.map(nameless);
    const erased = { ...quote, client: name, job, order, terms, lines, unreadable: [] };
    await db
      .updateTable('quotes')
      .set({ document: frozen(erased), hash: '', decided_by: null })
      .where('number', '=', number)
      .execute();
    await addLeftover(db, 'content', [hash].filter(Boolean));
  }
}

/** Number, dates and amounts stay: the series has no gap, and the books go on to balance. */
async function eraseInvoices(db: Db, client: ClientName, name: ClientName): Promise<void> {
  const rows = await db
    .selectFrom('invoices')
    .select(['number', 'document'])
    .where('client', '=', client)
    .execute();
  const numbers = rows.map(({ number }) => number);
  await eraseCredit(db, client);
  for (const { number, document } of rows) {
    const { purchaseOrder: _, ...invoice } = thawed<Invoice>(document);
    const lines = invoice.lines.map(nameless);
    const erased = { ...invoice, job: name, lines, buyer: nobody(invoice.buyer) };
    await db
      .updateTable('invoices')
      .set({ document: frozen(erased) })
      .where('number', '=', number)
      .execute();
  }
  if (numbers.length === 0) return;
  const entries = db.selectFrom('allocations').select('entry_id').where('number', 'in', numbers);
  await db
    .updateTable('bank_entries')
    .set({ payer: null, words: '' })
    .where('id', 'in', entries)
    .execute();
}

/** What was moved stays, so that the books balance; why goes, and who deposited it. */
async function eraseCredit(db: Db, client: ClientName): Promise<void> {
  const mine = db.selectFrom('credit_moves').select('entry_id').where('client', '=', client);
  await db
    .updateTable('bank_entries')
    .set({ payer: null, words: '', remark: null })
    .where('id', 'in', mine.where('entry_id', 'is not', null))
    .execute();
  await db.updateTable('credit_moves').set({ remark: null }).where('client', '=', client).execute();
}

/** No key is changed in place: a row of the new name is there before anything points at it. */
async function callBy(db: Db, client: ClientName, name: ClientName): Promise<void> {
  const { first_seen_at, erased_at } = await db
    .selectFrom('clients')
    .selectAll()
    .where('name', '=', client)
    .executeTakeFirstOrThrow();
  await db.insertInto('clients').values({ name, first_seen_at, erased_at }).execute();
  const jobs = await db.selectFrom('jobs').select('id').where('client', '=', client).execute();
  for (const { id } of jobs) {
    const called = { client: name, folder: id, name: id };
    await db.updateTable('jobs').set(called).where('id', '=', id).execute();
  }
  const documents = await db
    .selectFrom('documents')
    .select('id')
    .where('client', '=', client)
    .execute();
  for (const { id } of documents) {
    await db
      .updateTable('documents')
      .set({ client: name, folder: id })
      .where('id', '=', id)
      .execute();
  }
  for (const table of [
    'tasks',
    'messages',
    'credit_moves',
    'time_entries',
    'retainers',
    'invoiced_months',
  ] as const) {
    await db.updateTable(table).set({ client: name }).where('client', '=', client).execute();
  }
  await db.updateTable('invoices').set({ client: name }).where('client', '=', client).execute();
  await db.deleteFrom('clients').where('name', '=', client).execute();
}

/** What was counted stays, what it was called goes. */
function nameless<Counted extends { readonly documents: readonly OrderedDocument[] }>(
  counted: Counted,
): Counted {
  const documents = counted.documents.map(({ words }) => ({ path: 'erased', words }));
  return { ...counted, documents };
}
