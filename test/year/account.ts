import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts, YearResults } from '../../bench/year/results.ts';
import { numberFaults } from '../../src/billing/numbering.ts';
import type { InvoiceRecord } from '../../src/job/invoices.ts';
import type { Job, JobId } from '../../src/job/job.ts';
import type { Message } from '../../src/job/messages.ts';
import type { QuoteRecord } from '../../src/job/quotes.ts';
import type { Ledger } from '../../src/ports.ts';
import { yearClients } from './clients.ts';
import { differenceOf } from './sum.ts';

/** A year that was played, as far as it is looked at afterwards. */
export interface Played {
  readonly seed: string;
  readonly root: string;
  readonly ledger: Ledger;
  readonly counts: { readonly steps: number; readonly rounds: number; readonly crashes: number };
  /** How often the mail server was given each message. */
  readonly mails: ReadonlyMap<string, number>;
}

/** What is not as it should be, a sentence each. */
type Faults = string[];

/** What the year came to, and whether all of it is lawful. */
export async function accountOf(
  played: Played,
): Promise<{ readonly results: YearResults; readonly faults: readonly string[] }> {
  const { seed, counts, ledger } = played;
  const faults: Faults = [];
  const records = await ledger.invoices();
  const quotes = await ledger.quotes();
  const results: YearResults = {
    seed,
    clients: yearClients.length,
    ...counts,
    jobs: await jobStates({ ledger, records, quotes }, faults),
    quotes: counted(quotes.map(({ state }) => state)),
    invoices: counted(records.map(kindOf)),
    numbers: numbersOf(records, faults),
    movements: await movementsOf(ledger, faults),
    receipts: await receiptsOf(played, records, faults),
    mails: await mailsOf(played, faults),
    sum: await sumOfAll({ ledger, records, quotes }, faults),
  };
  return { results, faults };
}

function counted(names: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

interface Books {
  readonly ledger: Ledger;
  readonly records: readonly InvoiceRecord[];
  readonly quotes: readonly QuoteRecord[];
}

async function jobStates({ ledger, records, quotes }: Books, faults: Faults): Promise<Counts> {
  const jobs = new Map<JobId, Job>();
  for (const { job } of await ledger.allRevisions()) jobs.set(job.id, job);
  const tasks = new Map((await ledger.invoiceTasks()).map((task) => [task.jobId, task]));
  const byNumber = new Map(records.map((record) => [record.invoice.number, record]));
  const states: string[] = [];
  for (const { id, name, state } of jobs.values()) {
    const record = byNumber.get(tasks.get(id)?.number ?? '');
    const last = quotes.findLast(({ jobId }) => jobId === id)?.state ?? 'none';
    const is = record ? billedState(record) : last;
    const lawful = record
      ? state === 'delivered'
      : state === 'working' && (last === 'declined' || last === 'expired');
    if (!lawful)
      faults.push(`${name} is ${state}, its quote ${last}, its invoice ${String(record)}`);
    states.push(is);
  }
  return counted(states);
}

function billedState({ creditedBy, jobId }: InvoiceRecord): string {
  if (creditedBy !== undefined) return 'taken back';
  return jobId ? 'invoiced' : 'on the invoice of a month';
}

function kindOf({ invoice, creditedBy, state }: InvoiceRecord): string {
  if (state !== 'issued') return state;
  if (invoice.kind === 'credit-note') return 'credit notes';
  if (creditedBy !== undefined) return 'taken back';
  return invoice.replaces ? 'made anew' : 'standing';
}

/** 1 to n in each series and year, reckoned here and by the product. */
function numbersOf(records: readonly InvoiceRecord[], faults: Faults): Counts {
  const invoices = records.map(({ invoice }) => invoice);
  faults.push(...numberFaults(invoices).map(({ number, sentence }) => `${number}: ${sentence}`));
  const series = Map.groupBy(invoices, ({ number }) => number.slice(0, number.lastIndexOf('-')));
  const lengths: Record<string, number> = {};
  for (const [name, all] of series) {
    const ordinals = all
      .map(({ number }) => Number(number.split('-').at(-1)))
      .sort((a, b) => a - b);
    if (ordinals.some((ordinal, index) => ordinal !== index + 1)) faults.push(`${name} has a gap`);
    lengths[name] = all.length;
  }
  return lengths;
}

async function movementsOf(ledger: Ledger, faults: Faults): Promise<Counts> {
  const entries = await ledger.bankEntries();
  const open = entries.filter(({ state }) => state === 'open').length;
  if (open > 0) faults.push(`${open} movements are open`);
  return counted(entries.map(({ state, amount }) => `${state}${amount < 0n ? ' (returned)' : ''}`));
}

async function receiptsOf(
  { ledger, root }: Played,
  records: readonly InvoiceRecord[],
  faults: Faults,
): Promise<Counts> {
  const receipts = new Map((await ledger.receipts()).map((one) => [one.number, one.state]));
  const paid = await ledger.paidAmounts();
  for (const { invoice, client } of records) {
    if (invoice.kind === 'credit-note') continue;
    const { number, totals, job } = invoice;
    const state = receipts.get(number);
    const given = paid.get(number) ?? 0n;
    const covered = given > 0n && given >= totals.gross;
    const file = join(root, 'outbox', client, job, 'invoice', `${number}-receipt.pdf`);
    if ((state === 'issued') !== covered) faults.push(`${number}: receipt ${state}, paid ${given}`);
    if (state === 'issued' && !existsSync(file)) faults.push(`${file} is missing`);
    if (given > totals.gross) faults.push(`${number} was given more than it comes to`);
  }
  return counted([...receipts.values()]);
}

/** Exactly one mail arrived for each message; of what was uncertain the operator made sure. */
async function mailsOf({ ledger, mails }: Played, faults: Faults): Promise<Counts> {
  const messages = await ledger.messages();
  const arrived = new Map<string, number>();
  for (const { key, messageId } of messages) {
    const first = key.replace(/\/again-\d+$/, '');
    arrived.set(first, (arrived.get(first) ?? 0) + (mails.get(messageId) ?? 0));
  }
  for (const [key, count] of arrived) if (count !== 1) faults.push(`${key} arrived ${count} times`);
  const known = new Set(messages.map(({ messageId }) => messageId));
  for (const id of mails.keys()) if (!known.has(id)) faults.push(`${id} is no message`);
  const originals = messages.filter(({ key }) => !/\/again-\d+$/.test(key));
  for (const [code, about] of alwaysTold) {
    const events = (await ledger.eventsCalled(code)).length;
    const told = originals.filter((one) => one.about === about).length;
    if (events !== told) faults.push(`${code} happened ${events} times, told ${told} times`);
  }
  const uncertain = messages.filter(({ state }) => state === 'uncertain').length;
  return { ...counted(originals.map(aboutOf)), '(uncertain after a crash)': uncertain };
}

function aboutOf({ about }: Message): string {
  return about;
}

/** What is told whatever came after it. */
const alwaysTold = [
  ['job-closed', 'job-received'],
  ['invoice-queued', 'job-returned'],
  ['invoice-issued', 'invoice-issued'],
  ['credit-note-issued', 'credit-note-issued'],
] as const;

/** From the approved quotes to the invoices that stand; what is left over is a fault. */
async function sumOfAll(
  { ledger, records, quotes }: Books,
  faults: Faults,
): Promise<Readonly<Record<string, string>>> {
  const sums = { quoted: 0n, back: 0n, hours: 0n, rounds: 0n, beside: 0n, free: 0n, months: 0n };
  const approved = new Map(
    quotes.filter(({ state }) => state === 'approved').map((one) => [one.quote.number, one]),
  );
  const unbilled = new Set(approved.keys());
  for (const { quote } of approved.values()) sums.quoted += quote.totals.net;
  const time = Map.groupBy(await ledger.timeEntries(), ({ number }) => number);
  let total = 0n;
  for (const record of records) {
    const { invoice, jobId } = record;
    total += invoice.totals.net;
    if (invoice.kind === 'credit-note' || record.creditedBy !== undefined) continue;
    const agreed = approved.get(invoice.quote ?? '');
    if (!jobId) sums.months += invoice.totals.net;
    else if (!agreed) sums.free += invoice.totals.net;
    else {
      unbilled.delete(agreed.quote.number);
      const returned = new Set((await ledger.returns(jobId)).map(({ round }) => round));
      const rounds = await ledger.rounds(jobId);
      const spent = (time.get(invoice.number) ?? []).filter(({ dropped }) => dropped === undefined);
      const made = { record, quote: agreed.quote, time: spent, rounds, returned };
      const difference = differenceOf(made);
      const { hours, rounds: more, beside } = difference;
      sums.hours += hours;
      sums.rounds += more;
      sums.beside += beside;
      const left = invoice.totals.net - agreed.quote.totals.net - hours - more - beside;
      if (left !== 0n)
        faults.push(`${invoice.number} differs from ${agreed.quote.number} by ${left}`);
    }
  }
  for (const number of unbilled) sums.back -= approved.get(number)?.quote.totals.net ?? 0n;
  const explained = Object.values(sums).reduce((sum, part) => sum + part, 0n);
  if (explained !== total) faults.push(`the invoices come to ${total}, explained are ${explained}`);
  return Object.fromEntries([
    ['quotes approved', String(sums.quoted)],
    ['of these taken back for good', String(sums.back)],
    ['hours recorded, not as estimated', String(sums.hours)],
    ['rounds of changes beyond those included', String(sums.rounds)],
    ['time and trainings beside the job', String(sums.beside)],
    ['jobs without a quote', String(sums.free)],
    ['months', String(sums.months)],
    ['**invoices less credit notes**', String(total)],
  ]);
}
