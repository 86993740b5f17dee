import type {
  HourReads,
  HourWrites,
  InvoicedMonth,
  NewTime,
  TimeEntry,
  TimeFilter,
} from '../../job/hours.ts';
import type { ClientName, JobId } from '../../job/job.ts';
import type { Db } from './tables.ts';

/** What is read of time; `db` is asked for at each call, for it may refuse. */
export function hourReads(db: () => Db): HourReads {
  return {
    timeEntries: async (which) => timeEntries(db(), which),
    retainers: async () => retainers(db()),
    invoicedMonths: async (client) => invoicedMonths(db(), client),
    estimate: async (jobId) => estimate(db(), jobId),
  };
}

/** What is written of time within one transaction. */
export function hourWrites(tx: Db): HourWrites {
  return {
    ...hourReads(() => tx),
    jobNamed: (client, name) => jobNamed(tx, client, name),
    knowClient: (client, at) => knowClient(tx, client, at),
    addTime: (fresh) => addTime(tx, fresh),
    endTime: (id, minutes) => endTime(tx, id, minutes),
    dropTime: (id, because) => dropTime(tx, id, because),
    billTime: (ids, number) => billTime(tx, ids, number),
    beginRetainer: async (client, since) => {
      await tx.insertInto('retainers').values({ client, since }).execute();
    },
    endRetainer: async (client) => {
      await tx.deleteFrom('retainers').where('client', '=', client).execute();
    },
    putEstimate: (jobId, minutes) => putEstimate(tx, jobId, minutes),
    putInvoicedMonth: (month) => putInvoicedMonth(tx, month),
  };
}

async function timeEntries(db: Db, which: TimeFilter = {}): Promise<readonly TimeEntry[]> {
  let query = db
    .selectFrom('time_entries')
    .leftJoin('jobs', 'jobs.id', 'time_entries.job_id')
    .selectAll('time_entries')
    .select('jobs.name as job');
  if (which.client) query = query.where('time_entries.client', '=', which.client);
  if (which.unbilled) {
    query = query
      .where('minutes', 'is not', null)
      .where(({ eb, or }) =>
        or([eb('number', 'is', null), eb('number', '=', which.takenBack ?? null)]),
      )
      .where('dropped', 'is', null);
  }
  const rows = await query.orderBy('seq').execute();
  return rows.map(({ seq, person, client, day, note, ...row }) => ({
    id: seq,
    person,
    client,
    day,
    note,
    ...(row.job_id !== null && { jobId: row.job_id }),
    ...(row.job !== null && { job: row.job }),
    ...(row.service !== null && { service: row.service }),
    ...(row.training !== null && { training: row.training }),
    ...(row.started_at !== null && { startedAt: row.started_at }),
    ...(row.minutes !== null && { minutes: row.minutes }),
    ...(row.number !== null && { number: row.number }),
    ...(row.dropped !== null && { dropped: row.dropped }),
  }));
}

async function retainers(db: Db): Promise<ReadonlyMap<ClientName, string>> {
  const rows = await db.selectFrom('retainers').selectAll().orderBy('client').execute();
  return new Map(rows.map(({ client, since }) => [client, since]));
}

async function invoicedMonths(db: Db, client?: ClientName): Promise<readonly InvoicedMonth[]> {
  let query = db.selectFrom('invoiced_months').selectAll();
  if (client) query = query.where('client', '=', client);
  const rows = await query.orderBy('client').orderBy('period').execute();
  return rows.map((row) => ({
    client: row.client,
    period: row.period,
    number: row.number,
    includedWords: row.included_words,
    usedWords: row.used_words,
    includedMinutes: row.included_minutes,
    usedMinutes: row.used_minutes,
    ...(row.retainer !== null && { retainer: row.retainer }),
  }));
}

async function estimate(db: Db, jobId: JobId): Promise<number | undefined> {
  const row = await db
    .selectFrom('estimates')
    .select('minutes')
    .where('job_id', '=', jobId)
    .executeTakeFirst();
  return row?.minutes;
}

async function putEstimate(db: Db, jobId: JobId, minutes: number): Promise<void> {
  await db
    .insertInto('estimates')
    .values({ job_id: jobId, minutes })
    .onConflict((conflict) => conflict.column('job_id').doUpdateSet({ minutes }))
    .execute();
}

async function jobNamed(db: Db, client: ClientName, name: string): Promise<JobId | undefined> {
  const row = await db
    .selectFrom('jobs')
    .select('id')
    .where('client', '=', client)
    .where('name', '=', name)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function knowClient(db: Db, client: ClientName, at: string): Promise<void> {
  await db
    .insertInto('clients')
    .values({ name: client, first_seen_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function addTime(db: Db, fresh: NewTime): Promise<number> {
  const { seq } = await db
    .insertInto('time_entries')
    .values({
      person: fresh.person,
      client: fresh.client,
      job_id: fresh.jobId ?? null,
      service: fresh.service ?? null,
      training: fresh.training ?? null,
      day: fresh.day,
      started_at: fresh.startedAt ?? null,
      minutes: fresh.minutes ?? null,
      note: fresh.note,
      number: null,
      dropped: null,
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

async function endTime(db: Db, id: number, minutes: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('time_entries')
    .set({ minutes })
    .where('seq', '=', id)
    .where('minutes', 'is', null)
    .where('dropped', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function dropTime(db: Db, id: number, because: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('time_entries')
    .set({ dropped: because })
    .where('seq', '=', id)
    .where(({ eb, or, selectFrom }) => {
      const takenBack = selectFrom('invoices').select('credits').where('credits', 'is not', null);
      return or([eb('number', 'is', null), eb('number', 'in', takenBack)]);
    })
    .where('dropped', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function billTime(db: Db, ids: readonly number[], number: string): Promise<void> {
  for (const id of ids) {
    await db.updateTable('time_entries').set({ number }).where('seq', '=', id).execute();
  }
}

async function putInvoicedMonth(db: Db, month: InvoicedMonth): Promise<void> {
  const values = {
    number: month.number,
    retainer: month.retainer ?? null,
    included_words: month.includedWords,
    used_words: month.usedWords,
    included_minutes: month.includedMinutes,
    used_minutes: month.usedMinutes,
  };
  await db
    .insertInto('invoiced_months')
    .values({ client: month.client, period: month.period, ...values })
    .onConflict((conflict) => conflict.columns(['client', 'period']).doUpdateSet(values))
    .execute();
}
