import type { InvoiceRecord } from '../../src/job/invoices.ts';
import type { ClientName, JobId } from '../../src/job/job.ts';
import type { QuoteRecord } from '../../src/job/quotes.ts';
import { DeskProblem } from '../../src/job/trouble.ts';
import { invoiceAgain } from '../../src/steps/invoice-again.ts';
import { intendCredit } from '../../src/steps/issue.ts';
import { quoteAnew } from '../../src/steps/quote-more.ts';
import { resend } from '../../src/steps/resend.ts';
import { assignEntry, ignoreEntry } from '../../src/steps/settle-entry.ts';
import { addTime, dropTime } from '../../src/steps/time.ts';
import { yearClients } from './clients.ts';
import { answerQueries, daysSince } from './clients-act.ts';
import type { YearOffice } from './office.ts';

/** What the office does by hand today: time, credit notes, movements that nobody named, mails of which nothing is known. */
export async function staffActs(office: YearOffice): Promise<void> {
  await answerQueries(office);
  await recordTime(office);
  await train(office);
  await takeBack(office);
  await settleMovements(office);
  await lookForMails(office);
}

/** Work by the hour is recorded when it is done: mostly as estimated, now and then far beyond. */
async function recordTime(office: YearOffice): Promise<void> {
  const { ledger } = office.desk();
  for (const { jobId, client, job } of await ledger.invoiceTasks({ state: 'queued' })) {
    if (office.jobs.get(job)?.client.model !== 'hours') continue;
    const id = jobId as JobId;
    const quotes = await ledger.quotes({ jobId: id });
    const approved = quotes.findLast(({ state }) => state === 'approved');
    const estimate = approved?.quote.order.items[0]?.minutes ?? 45;
    const spent = (await ledger.timeEntries({ client: client as ClientName })).filter(
      (one) => one.jobId === id && one.dropped === undefined,
    );
    const whom = { client: client as ClientName, job };
    const eva = { person: 'eva', note: '' };
    if (spent.length === 0) {
      const chance = office.chance(`time/${job}`);
      const percent = chance.whole(1, 4) === 1 ? chance.whole(150, 250) : chance.whole(40, 100);
      const minutes = Math.max(1, Math.floor((estimate * percent) / 100));
      await office.step((desk) => addTime(whom, { ...eva, minutes }, desk));
    } else if (approved && quotes.at(-1) === approved && !isDecidedToday(approved, office)) {
      await office.step((desk) => quoteAnew(approved.quote.number, desk));
    } else if (approved && quotes.at(-1)?.state === 'declined') {
      for (const one of spent) await office.step((desk) => dropTime(one.id, 'not agreed', desk));
      await office.step((desk) => addTime(whom, { ...eva, minutes: estimate }, desk));
    }
  }
}

/** The desk has not worked on it yet. */
function isDecidedToday({ decidedAt = '' }: QuoteRecord, office: YearOffice): boolean {
  return daysSince(decidedAt, office) < 1;
}

const lastTraining = 340;

/** Trainings by kind, and an hour now and then for clients with a retainer. */
async function train(office: YearOffice): Promise<void> {
  if (office.day() > lastTraining) return;
  for (const { name, model, trains } of yearClients) {
    if (!trains) continue;
    const chance = office.chance(`training/${name}/${office.day()}`);
    if (chance.whole(1, 30) > 1) continue;
    const training = chance.pick(['word', 'style']);
    const whom = { client: name as ClientName };
    const spent = { person: 'eva', note: '', minutes: chance.whole(20, 90) };
    await office.step((desk) => addTime(whom, { ...spent, training }, desk));
    if (model === 'retainer') await office.step((desk) => addTime(whom, spent, desk));
  }
}

/** Some invoices have a mistake, are taken back, and most of these are made anew. */
async function takeBack(office: YearOffice): Promise<void> {
  const records = await office.desk().ledger.invoices();
  const replaced = new Set(records.map(({ invoice }) => invoice.replaces?.number));
  for (const record of records) {
    const { number, kind } = record.invoice;
    if (kind !== 'invoice' || record.state !== 'issued') continue;
    const chance = office.chance(`credit/${number}`);
    if (chance.whole(1, 100) > 8) continue;
    if (!record.creditedBy) {
      if (isYoung(record, office)) {
        await office.step((desk) => intendCredit(number, 'a mistake in the address', desk));
      }
    } else if (chance.whole(1, 100) <= 60 && !replaced.has(number)) {
      await office.step((desk) => invoiceAgain(number, desk));
    }
  }
}

/** Nobody has paid yet. */
function isYoung({ invoice }: InvoiceRecord, office: YearOffice): boolean {
  return daysSince(invoice.issuedOn, office) < 5;
}

/** Movements that named no invoice, by the operator’s word. */
async function settleMovements(office: YearOffice): Promise<void> {
  for (const { id, remark = '' } of await office.desk().ledger.bankEntries({ state: 'open' })) {
    const [number] = /INV-\d{4}-\d{4}/.exec(remark) ?? [];
    const given =
      number !== undefined &&
      !remark.includes('paid already') &&
      !remark.includes('not their sum') &&
      (await isGiven(office, id, number));
    if (!given) await office.step((desk) => ignoreEntry(id, 'asked the client', desk));
  }
}

async function isGiven(office: YearOffice, id: string, number: string): Promise<boolean> {
  try {
    await office.step((desk) => assignEntry(id, number, desk));
    return true;
  } catch (error) {
    if (error instanceof DeskProblem) return false;
    throw error;
  }
}

/** The operator asks whether an uncertain mail arrived, and sends it again when it did not. */
async function lookForMails(office: YearOffice): Promise<void> {
  const messages = await office.desk().ledger.messages();
  const known = new Set(messages.map(({ key }) => key));
  for (const { key, messageId, state } of messages) {
    if (state !== 'uncertain' || office.mails.has(messageId) || known.has(`${key}/again-1`)) {
      continue;
    }
    const [id = ''] = messageId.slice(1).split('>');
    await office.step((desk) => resend(id, 'it did not arrive', desk));
  }
}
