import { describe, expect, it } from 'vitest';
import { lineText } from '../../src/billing/line-text.ts';
import { quotePaper } from '../../src/billing/quote.ts';
import type { ClientName } from '../../src/job/job.ts';
import { approve, decline } from '../../src/steps/approval.ts';
import { noteEstimate } from '../../src/steps/estimate.ts';
import { issueInvoices } from '../../src/steps/issue.ts';
import { quoteJobs } from '../../src/steps/quote.ts';
import { quoteAnew } from '../../src/steps/quote-more.ts';
import { addTime, dropTime } from '../../src/steps/time.ts';
import { annaYaml, deliver, deskYaml, filesOf, office } from './office.ts';
import type { Workplace } from './workplace.ts';

const client = 'anna' as ClientName;
const job = { client, job: 'one' };
const by = 'Anna Ek, by e-mail';

/** A desk whose clients approve quotes first, and pay by the hour: a quarter of an hour is 15 euros. */
async function hourly(more = '', clientYaml = annaYaml): Promise<Workplace> {
  const place = await office();
  await place.set('desk.yaml', deskYaml.replace('approval: none\n', ''));
  await place.set('clients/anna/client.yaml', clientYaml);
  await place.set(
    'rates/standard.yaml',
    `currency: EUR\ntax: S23\ntolerance_percent: "20"\nservices:\n  Proofreading: { model: per-hour, rate: "60.00", increment_minutes: 15${more} }\n`,
  );
  return place;
}

async function quotes({ desk }: Workplace) {
  return (await desk.ledger.quotes()).map(
    ({ quote, state }) => `${quote.number.slice(-1)} ${state} ${quote.totals.net}`,
  );
}

async function numberOf({ desk }: Workplace, index: number): Promise<string> {
  return (await desk.ledger.quotes())[index]?.quote.number ?? '';
}

/** A job that is quoted at an hour, approved and worked on. */
async function workedOn(clientYaml = annaYaml): Promise<Workplace> {
  const place = await hourly('', clientYaml);
  await deliver(place, 'anna/one/a.txt');
  await noteEstimate(job, 60, place.desk);
  const { begun } = await quoteJobs(place.desk);
  if (begun === 0) await approve(await numberOf(place, 0), { by }, place.desk);
  await place.work();
  return place;
}

function spend({ desk }: Workplace, minutes: number): Promise<number> {
  return addTime(job, { person: 'eva', note: '', minutes }, desk);
}

describe('a quote for work by the hour', () => {
  it('waits until somebody says how long it will take, and states that as an estimate', async () => {
    const place = await hourly();
    await deliver(place, 'anna/one/a.txt');
    expect((await quoteJobs(place.desk)).waiting[0]?.reasons[0]).toContain('quote estimate');
    await noteEstimate(job, 50, place.desk);
    await quoteJobs(place.desk);
    expect(await quotes(place)).toEqual(['1 open 6000']);
    const [record] = await place.desk.ledger.quotes();
    const line = record?.quote.lines[0];
    const phrases = await place.desk.billing.phrasesFor('en');
    expect(line && lineText(line, phrases)).toBe('Proofreading, estimated time');
    expect(record && quotePaper(record.quote, record.hash, phrases).notes[1]).toBe(
      'The time is an estimate. You are charged the time that it takes, and asked first if that comes to over 20 % more than this quote.',
    );
    await noteEstimate(job, 90, place.desk);
    await quoteJobs(place.desk);
    expect(await quotes(place)).toEqual(['1 void 6000', '2 open 9000']);
    await expect(noteEstimate({ client, job: 'x' }, 9, place.desk)).rejects.toThrow('no job');
  });

  it('is estimated by the words of an hour where the rate card says so', async () => {
    const place = await hourly(', words_per_hour: 8');
    await deliver(place, 'anna/one/a.txt', 'anna/one/b.txt', 'anna/one/c.txt');
    await quoteJobs(place.desk);
    expect(await quotes(place)).toEqual(['1 open 9000']);
  });

  it('leads to an invoice of what was recorded, less or a little more', async () => {
    const place = await workedOn();
    expect((await issueInvoices(place.desk)).waiting[0]?.reasons[0]).toContain(
      'no time is recorded',
    );
    await spend(place, 31);
    await issueInvoices(place.desk);
    const [record] = await place.desk.ledger.invoices();
    expect(record?.invoice.totals.net).toBe(4500n);
    expect(record?.invoice.lines[0]?.text.kind).toBe('service');
    await expect(noteEstimate(job, 90, place.desk)).rejects.toThrow('made already');
    await expect(quoteAnew(await numberOf(place, 0), place.desk)).rejects.toThrow('made already');
  });

  it('is never gone beyond in silence: more needs another quote, and its approval', async () => {
    const place = await workedOn();
    await spend(place, 90);
    const { waiting } = await issueInvoices(place.desk);
    expect(waiting[0]?.reasons[0]).toContain('quote renew');
    const first = await numberOf(place, 0);
    const second = await quoteAnew(first, place.desk);
    expect(await quotes(place)).toEqual(['1 approved 6000', '2 open 9000']);
    await quoteJobs(place.desk);
    expect(filesOf(place, 'anna/one/quote')).toHaveLength(2);
    await expect(quoteAnew(first, place.desk)).rejects.toThrow('is open already');
    expect((await issueInvoices(place.desk)).issued).toEqual([]);
    await approve(second ?? '', { by }, place.desk);
    expect(await quotes(place)).toEqual(['1 void 6000', '2 approved 9000']);
    const { issued } = await issueInvoices(place.desk);
    expect(issued[0]?.invoice).toMatchObject({ quote: second, totals: { net: 9000n } });
  });

  it('holds when the client declines the other; what is over is then taken out', async () => {
    const place = await workedOn();
    await spend(place, 60);
    const over = await spend(place, 30);
    const second = await quoteAnew(await numberOf(place, 0), place.desk);
    await decline(second ?? '', { by }, place.desk);
    expect((await issueInvoices(place.desk)).issued).toEqual([]);
    await dropTime(over, 'not agreed', place.desk);
    const { issued } = await issueInvoices(place.desk);
    expect(issued[0]?.invoice.totals.net).toBe(6000n);
  });

  it('is made anew while the work goes on, when it is estimated to take longer', async () => {
    const place = await workedOn();
    const first = await numberOf(place, 0);
    await expect(quoteAnew(first, place.desk)).rejects.toThrow('allows what is recorded');
    await noteEstimate(job, 120, place.desk);
    await quoteAnew(first, place.desk);
    expect(await quotes(place)).toEqual(['1 approved 6000', '2 open 12000']);
  });

  it('is approved by the agreement with the client as any other', async () => {
    const place = await workedOn(`${annaYaml}auto_approve_up_to: "500"\n`);
    await spend(place, 90);
    await quoteAnew(await numberOf(place, 0), place.desk);
    expect(await quotes(place)).toEqual(['1 void 6000', '2 approved 9000']);
  });
});
