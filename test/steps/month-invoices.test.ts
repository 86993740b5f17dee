import { describe, expect, it } from 'vitest';
import { lineText } from '../../src/billing/line-text.ts';
import { monthForReading, monthOf, monthsAfter } from '../../src/billing/months.ts';
import { numberFaults } from '../../src/billing/numbering.ts';
import type { ClientName } from '../../src/job/job.ts';
import type { LedgerWrites } from '../../src/ports.ts';
import { dayOf } from '../../src/steps/days.ts';
import { heldUpInvoices, issueInvoices } from '../../src/steps/issue.ts';
import { addTime } from '../../src/steps/time.ts';
import { annaYaml, deliver, filesOf, office, rates } from './office.ts';
import type { Workplace } from './workplace.ts';

const anna = 'anna' as ClientName;
const card = `${rates.trimEnd()}
  Consulting: { model: per-hour, rate: "60.00", increment_minutes: 15 }
retainers:
  small:
    price: "100.00"
    includes_words: 10
    includes_minutes: 30
    overage_per_word: "0.50"
    overage_per_hour: "48.00"
    rollover_months: 1
`;

async function retained(): Promise<Workplace> {
  const place = await office();
  await place.set('rates/standard.yaml', card);
  await place.set('clients/anna/client.yaml', `${annaYaml}retainer: small\n`);
  return place;
}

/** To the second day of the next month, at noon. */
function nextMonth(place: Workplace): void {
  const now = place.desk.clock.now();
  const then = new Date(now.getFullYear(), now.getMonth() + 1, 2, 12);
  place.later(then.getTime() - now.getTime());
}

async function lines({ desk }: Workplace) {
  const phrases = await desk.billing.phrasesFor('en');
  return (await desk.ledger.invoices()).map(({ invoice }) =>
    invoice.lines.map((line) => `${lineText(line, phrases)}: ${line.quantity} ${line.amount}`),
  );
}

function month({ desk }: Workplace, after = 0): string {
  return monthsAfter(monthOf(dayOf(desk.clock.now())), after);
}

describe('a client with a retainer', () => {
  it('gets one invoice for all jobs of a month, when it has ended', async () => {
    const place = await retained();
    await deliver(place, 'anna/one/a.txt', 'anna/two/a.txt', 'anna/three/a.txt');
    const spent = { person: 'eva', note: '', minutes: 40 };
    await addTime({ client: anna, job: 'one' }, spent, place.desk);
    expect(await issueInvoices(place.desk)).toEqual({ issued: [], waiting: [] });
    const held = await heldUpInvoices(place.desk.ledger, place.desk.billing);
    expect(held[0]?.reasons).toEqual(['It is collected for the invoice of the month.']);
    const period = month(place);
    nextMonth(place);
    const { issued, waiting } = await issueInvoices(place.desk);
    expect(waiting).toEqual([]);
    expect(issued[0]?.invoice.job).toBe(period);
    expect(issued[0]?.invoice.auditHead).toMatch(/^\d+-/);
    const within = 'Proofreading, within the retainer small';
    expect(await lines(place)).toEqual([
      [
        `Retainer small, ${monthForReading(period, 'en')}: 1 10000`,
        `${within}: 4 0`,
        `${within}: 4 0`,
        `${within}: 2 0`,
        'Proofreading, beyond the retainer small: 2 100',
        'Consulting, within the retainer small: 30 0',
        'Consulting, beyond the retainer small: 15 1200',
      ],
    ]);
    expect(filesOf(place, `anna/${period}/invoice`)).toHaveLength(2);
    expect(await place.desk.ledger.invoiceTasks({ state: 'queued' })).toEqual([]);
    expect((await issueInvoices(place.desk)).issued).toEqual([]);
  });

  it('is charged each month, keeps what was left as the card says, also after the desk stood still', async () => {
    const place = await retained();
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    nextMonth(place);
    await issueInvoices(place.desk);
    await deliver(place, 'anna/two/a.txt', 'anna/two/b.txt', 'anna/two/c.txt', 'anna/two/d.txt');
    nextMonth(place);
    nextMonth(place);
    nextMonth(place);
    await issueInvoices(place.desk);
    const months = await place.desk.ledger.invoicedMonths(anna);
    expect(months.map(({ usedWords }) => usedWords)).toEqual([4, 16, 0, 0]);
    expect(months.map(({ period }) => period)).toEqual(
      [-4, -3, -2, -1].map((one) => month(place, one)),
    );
    // 6 words of the first month were left, so 16 of the second are within.
    expect((await lines(place))[1]?.slice(1)).toEqual([
      'Proofreading, within the retainer small: 16 0',
    ]);
    const invoices = await place.desk.ledger.invoices();
    expect(numberFaults(invoices.map(({ invoice }) => invoice))).toEqual([]);
  });

  it('gets the invoice of a month once, under crash and however many ask', async () => {
    const place = await retained();
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    nextMonth(place);
    const broken = { ...place.desk.outbox, place: () => Promise.reject(new Error('no disk')) };
    await expect(issueInvoices({ ...place.desk, outbox: broken })).rejects.toThrow('no disk');
    await Promise.all([1, 2, 3].map(() => issueInvoices(place.desk)));
    expect(await lines(place)).toHaveLength(1);
    expect(await place.desk.ledger.invoices({ state: 'intended' })).toEqual([]);
  });

  it('takes nothing into a month when its invoice cannot be recorded', async () => {
    const place = await retained();
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    nextMonth(place);
    const { ledger } = place.desk;
    const failing = {
      ...ledger,
      transaction: (work: Parameters<typeof ledger.transaction>[0]) =>
        ledger.transaction((tx) =>
          work({ ...tx, billTime: () => Promise.reject(new Error('power cut')) }),
        ),
    } as typeof ledger;
    await expect(issueInvoices({ ...place.desk, ledger: failing })).rejects.toThrow('power cut');
    expect(await ledger.invoices()).toEqual([]);
    expect(await ledger.invoicedMonths(anna)).toEqual([]);
    await issueInvoices(place.desk);
    expect((await ledger.invoices()).map(({ invoice }) => invoice.number.slice(-4))).toEqual([
      '0001',
    ]);
  });

  it('is the same invoice wherever the desk is cut off', async () => {
    const place = await retained();
    await deliver(place, 'anna/one/a.txt', 'anna/two/a.txt');
    await addTime({ client: anna }, { person: 'eva', note: '', minutes: 40 }, place.desk);
    await issueInvoices(place.desk);
    nextMonth(place);
    const { ledger } = place.desk;
    let cuts = 0;
    for (let ended = false; !ended; ) {
      // By turns the power goes just before a transaction and just after it was written.
      const cut = async <T>(work: (tx: LedgerWrites) => Promise<T>): Promise<T> => {
        cuts += 1;
        if (cuts % 2 === 0) await ledger.transaction(work);
        throw new Error('power cut');
      };
      try {
        await issueInvoices({ ...place.desk, ledger: { ...ledger, transaction: cut } });
        ended = true;
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'power cut') throw error;
      }
    }
    expect(cuts).toBe(4);
    await issueInvoices(place.desk);
    expect((await lines(place)).map((one) => one.length)).toEqual([5]);
    expect(await ledger.invoicedMonths(anna)).toHaveLength(1);
    expect(await ledger.timeEntries({ unbilled: true })).toEqual([]);
    expect(await ledger.invoiceTasks({ state: 'queued' })).toEqual([]);
    expect(await ledger.invoices({ state: 'intended' })).toEqual([]);
  });

  it('pays from the month in which the retainer is found; a fault in the settings does not end it', async () => {
    const place = await retained();
    const path = 'clients/anna/client.yaml';
    await issueInvoices(place.desk);
    await place.set(path, `${annaYaml}retainer: [\n`);
    nextMonth(place);
    expect((await issueInvoices(place.desk)).waiting[0]?.reasons[0]).toContain(
      'clients/anna/client.yaml',
    );
    await place.set(path, annaYaml);
    await issueInvoices(place.desk);
    expect(await place.desk.ledger.retainers()).toEqual(new Map());
    nextMonth(place);
    await place.set(path, `${annaYaml}retainer: small\n`);
    await issueInvoices(place.desk);
    expect(await lines(place)).toEqual([]);
    expect([...(await place.desk.ledger.retainers()).values()]).toEqual([month(place)]);
  });

  it('waits for a retainer that the card has not, and says so', async () => {
    const place = await retained();
    await issueInvoices(place.desk);
    await place.set('rates/standard.yaml', rates);
    nextMonth(place);
    const [waiting] = (await issueInvoices(place.desk)).waiting;
    expect(waiting?.reasons).toEqual(['The rate card “standard” has no retainer “small”.']);
  });
});
