import { describe, expect, it } from 'vitest';
import { queueInvoiceWhenReturned } from '../../src/steps/invoice.ts';
import { type Workplace, workplace } from './workplace.ts';

const broken = 'PK\u0003\u0004 cut off';

async function dayWith(files: Readonly<Record<string, string>>): Promise<Workplace> {
  const place = await workplace();
  await deliver(place, files);
  return place;
}

async function deliver(place: Workplace, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) await place.drop(path, content);
  await place.round('at-once');
  await place.work();
}

async function invoices({ desk }: Workplace) {
  const { invoiceTasks } = await desk.ledger.status();
  return invoiceTasks.map(({ client, job, lines }) => ({
    job: `${client}/${job}`,
    lines: lines.map(({ description, quantity, twin }) =>
      [`${description}: ${quantity}`, twin && 'twin'].filter(Boolean).join(', '),
    ),
  }));
}

describe('the invoice of a job', () => {
  it('is queued with the last delivery, one line a document, with the words counted', async () => {
    const place = await dayWith({
      'anna/offer/b.txt': 'Two words.\n',
      'anna/offer/a/c.txt': 'Here are four words.\n',
    });
    expect(await invoices(place)).toEqual([
      { job: 'anna/offer', lines: ['a/c.txt: 4', 'b.txt: 2'] },
    ]);
  });

  it('is not queued a second time', async () => {
    const place = await dayWith({ 'anna/offer/a.txt': 'Two words.\n' });
    const { desk } = place;
    const [task] = (await desk.ledger.status()).invoiceTasks;
    if (!task) throw new Error('there is no invoice task');
    const jobId = task.jobId as Parameters<typeof queueInvoiceWhenReturned>[0];
    const again = await desk.ledger.transaction((tx) => queueInvoiceWhenReturned(jobId, tx, desk));
    expect(again).toBe(false);
    expect(await invoices(place)).toHaveLength(1);
  });

  it('is not queued while more may come', async () => {
    const place = await workplace();
    await place.drop('anna/offer/a.txt');
    await place.round('quiet-period');
    await place.work();
    expect((await place.desk.ledger.status()).documents).toEqual({ delivered: 1 });
    expect(await invoices(place)).toEqual([]);
    await place.round('at-once');
    expect(await invoices(place)).toHaveLength(1);
  });

  it('charges the same content once, in a job and over the jobs of a client, and each client for their own', async () => {
    const text = 'Two words.\n';
    const place = await dayWith({ 'anna/one/a.txt': text, 'anna/one/b.txt': text });
    await deliver(place, { 'anna/two/a.txt': text, 'ben/one/a.txt': text });
    expect(await invoices(place)).toEqual([
      { job: 'anna/one', lines: ['a.txt: 2', 'b.txt: 0, twin'] },
      { job: 'anna/two', lines: ['a.txt: 0, twin'] },
      { job: 'ben/one', lines: ['a.txt: 2'] },
    ]);
  });

  it('waits for a document in quarantine, and counts the one that takes its place', async () => {
    const place = await dayWith({
      'anna/offer/a.txt': 'Two words.\n',
      'anna/offer/b.docx': broken,
    });
    expect((await place.desk.ledger.status()).documents).toEqual({ delivered: 1, quarantined: 1 });
    expect(await invoices(place)).toEqual([]);
    await deliver(place, { 'anna/offer/b.txt': 'It is mended.\n' });
    expect(await invoices(place)).toEqual([{ job: 'anna/offer', lines: ['a.txt: 2', 'b.txt: 3'] }]);
  });

  it('is not made for a job of which nothing went back', async () => {
    const place = await dayWith({ 'anna/offer/b.docx': broken });
    const { ledger } = place.desk;
    const [stuck] = (await ledger.status()).quarantined;
    const revision = stuck && (await ledger.revision(stuck.revisionId));
    if (!revision) throw new Error('nothing is in quarantine');
    await ledger.transaction(async (tx) => {
      await tx.advance({ revisionId: revision.id, from: 'quarantined', to: 'withdrawn' });
      await queueInvoiceWhenReturned(revision.job.id, tx, place.desk);
    });
    expect(await invoices(place)).toEqual([]);
    expect((await ledger.status()).jobs.map(({ state }) => state)).toEqual(['delivered']);
  });
});
