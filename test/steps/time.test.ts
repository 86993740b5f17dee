import { describe, expect, it } from 'vitest';
import type { ClientName } from '../../src/job/job.ts';
import { issueInvoices } from '../../src/steps/issue.ts';
import { addTime, dropTime, startClock, stopClock } from '../../src/steps/time.ts';
import { deliver, office, rates } from './office.ts';
import type { Workplace } from './workplace.ts';

const anna = 'anna' as ClientName;
const eva = { person: 'eva', note: '' };

const hourly = `
  Consulting: { model: per-hour, rate: "60.00", increment_minutes: 15, minimum_minutes: 30 }
  Training:
    model: training
    kinds: { styles: "90.00" }
`;

async function hourlyOffice(): Promise<Workplace> {
  const place = await office();
  await place.set('rates/standard.yaml', rates.trimEnd() + hourly);
  return place;
}

async function lines({ desk }: Workplace) {
  return (await desk.ledger.invoices()).map(({ invoice }) =>
    invoice.lines.map(({ text, quantity, amount }) => {
      const name = 'service' in text ? text.service : text.kind;
      return `${name} ${quantity} ${amount}`;
    }),
  );
}

describe('a clock', () => {
  it('runs one at a time for each person, and gives whole minutes', async () => {
    const place = await hourlyOffice();
    await deliver(place, 'anna/one/a.txt');
    await startClock({ client: anna, job: 'one' }, eva, place.desk);
    await expect(startClock({ client: anna }, eva, place.desk)).rejects.toThrow(
      /runs for eva .*anna\/one/,
    );
    await startClock({ client: anna }, { ...eva, person: 'max' }, place.desk);
    place.later(10 * 60_000 + 31_000);
    expect((await stopClock('eva', place.desk)).minutes).toBe(11);
    await expect(stopClock('eva', place.desk)).rejects.toThrow('No clock runs for eva');
    expect((await stopClock('max', place.desk)).minutes).toBe(11);
    await startClock({ client: anna }, eva, place.desk);
    expect((await stopClock('eva', place.desk)).minutes).toBe(1);
  });

  it('is never two for one person, however many start at once', async () => {
    const place = await hourlyOffice();
    const tries = [1, 2, 3].map(() => startClock({ client: anna }, eva, place.desk));
    const ends = await Promise.allSettled(tries);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await place.desk.ledger.timeEntries()).toHaveLength(1);
  });
});

describe('time', () => {
  it('goes onto the invoice of its job, summed and rounded once', async () => {
    const place = await hourlyOffice();
    await deliver(place, 'anna/one/a.txt');
    await addTime({ client: anna, job: 'one' }, { ...eva, minutes: 20 }, place.desk);
    await addTime({ client: anna, job: 'one' }, { ...eva, minutes: 12 }, place.desk);
    await addTime({ client: anna }, { ...eva, training: 'styles', minutes: 40 }, place.desk);
    await issueInvoices(place.desk);
    expect(await lines(place)).toEqual([
      ['Proofreading 4 8', 'Consulting 45 4500', 'Training 40 6000'],
    ]);
    const [entry] = await place.desk.ledger.timeEntries();
    expect(entry?.number).toMatch(/^INV-/);
    await expect(dropTime(entry?.id ?? 0, 'x', place.desk)).rejects.toThrow('on an invoice');
    await deliver(place, 'anna/two/a.txt');
    await issueInvoices(place.desk);
    expect((await lines(place))[1]).toEqual(['Proofreading 4 8']);
  });

  it('waits for the invoice of a job that is under way, and is left out when it is dropped', async () => {
    const place = await hourlyOffice();
    await deliver(place, 'anna/one/a.txt');
    await place.drop('anna/two/b.txt');
    await place.round('quiet-period');
    await addTime({ client: anna, job: 'two' }, { ...eva, minutes: 20 }, place.desk);
    const id = await addTime({ client: anna }, { ...eva, minutes: 20 }, place.desk);
    await dropTime(id, 'a present', place.desk);
    await issueInvoices(place.desk);
    expect(await lines(place)).toEqual([['Proofreading 4 8']]);
  });

  it('after the invoice of its job, and trainings without a job, are charged when the month has ended, once', async () => {
    const place = await hourlyOffice();
    await deliver(place, 'anna/one/a.txt');
    await issueInvoices(place.desk);
    await addTime({ client: anna, job: 'one' }, { ...eva, minutes: 10 }, place.desk);
    await addTime({ client: anna }, { ...eva, training: 'styles', minutes: 60 }, place.desk);
    await issueInvoices(place.desk);
    expect(await lines(place)).toHaveLength(1);
    place.later(32 * 86_400_000);
    const broken = { ...place.desk.outbox, place: () => Promise.reject(new Error('no disk')) };
    await expect(issueInvoices({ ...place.desk, outbox: broken })).rejects.toThrow('no disk');
    await Promise.all([issueInvoices(place.desk), issueInvoices(place.desk)]);
    expect((await lines(place)).slice(1)).toEqual([['Consulting 30 3000', 'Training 60 9000']]);
    expect(await place.desk.ledger.invoices({ state: 'intended' })).toEqual([]);
  });

  it('of a kind or service without a price, of no client, and of too many minutes is refused at once', async () => {
    const place = await hourlyOffice();
    const add = (client: string, more: object) =>
      addTime({ client: client as ClientName }, { ...eva, minutes: 5, ...more }, place.desk);
    await expect(add('anna', { training: 'cooking' })).rejects.toThrow('no training “cooking”');
    await expect(add('anna', { service: 'Proofreading' })).rejects.toThrow('“model: per-hour”');
    await expect(add('nobody', {})).rejects.toThrow('no client nobody');
    await expect(add('anna', { minutes: 1_441 })).rejects.toThrow('more than a day');
    await expect(
      addTime({ client: anna, job: 'none' }, { ...eva, minutes: 5 }, place.desk),
    ).rejects.toThrow('no job anna/none');
    await place.set('rates/standard.yaml', rates);
    await expect(add('anna', {})).rejects.toThrow('no service with “model: per-hour”');
  });
});
