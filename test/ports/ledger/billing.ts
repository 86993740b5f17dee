import { describe, expect, it } from 'vitest';
import type { InvoiceTask } from '../../../src/billing/invoice-task.ts';
import type { Job, Revision } from '../../../src/job/job.ts';
import type { Ledger } from '../../../src/ports.ts';
import { freshLedger, type OpenEmpty } from './fresh-ledger.ts';
import {
  clientNamed,
  closeJob,
  deliver,
  hashNamed,
  quarantine,
  receive,
  receiveWithTask,
  second,
} from './setting.ts';

export function billingContract(open: OpenEmpty): void {
  describe('invoice tasks', () => {
    const ledger = freshLedger(open);

    it('are queued once a job, whoever asks and however often', async () => {
      const { job } = await receive(ledger());
      const asked = Array.from({ length: 10 }, () => queueInvoice(ledger(), job));
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
      expect((await ledger().status()).invoiceTasks).toEqual([
        { ...invoiceOf(job), state: 'queued' },
      ]);
    });

    it('are refused for a job that is not there', async () => {
      const { job } = await receive(ledger());
      const stray = { ...invoiceOf(job), jobId: 'nobody' };
      const attempt = ledger().transaction((tx) => tx.queueInvoice(stray));
      await expect(attempt).rejects.toThrow(/constraint/i);
    });
  });

  describe('the same content billed before', () => {
    const ledger = freshLedger(open);

    it('is what another invoiced job of the client delivered', async () => {
      const first = await delivered(ledger(), 'one');
      const second = await delivered(ledger(), 'two');
      expect(await billed(ledger(), second)).toBe(false);
      await queueInvoice(ledger(), first.job);
      expect(await billed(ledger(), second)).toBe(true);
      expect(await billed(ledger(), first)).toBe(false);
    });

    it('is not what another client was billed for', async () => {
      await queueInvoice(ledger(), (await delivered(ledger(), 'one')).job);
      const other = await receive(ledger(), { client: 'zenith' });
      expect(await billed(ledger(), other)).toBe(false);
    });

    it('is not what was withdrawn, nor what a later delivery of the same job replaced', async () => {
      const withdrawn = await receive(ledger(), { folder: 'one' });
      await ledger().transaction((tx) => {
        return tx.advance({ revisionId: withdrawn.id, from: 'received', to: 'withdrawn' });
      });
      await queueInvoice(ledger(), withdrawn.job);
      const replaced = await delivered(ledger(), 'two');
      await deliver(ledger(), await receive(ledger(), { folder: 'two', original: 'hash-b' }));
      await queueInvoice(ledger(), replaced.job);
      expect(await billed(ledger(), await receive(ledger(), { folder: 'three' }))).toBe(false);
    });

    it('is not a result that has the same bytes', async () => {
      const first = await receive(ledger(), { folder: 'one', original: 'hash-b' });
      await ledger().transaction((tx) =>
        tx.putArtifact(first.id, 'corrected', hashNamed('hash-a')),
      );
      await deliver(ledger(), first);
      await queueInvoice(ledger(), first.job);
      expect(await billed(ledger(), await receive(ledger(), { folder: 'two' }))).toBe(false);
    });
  });

  describe('the status', () => {
    const ledger = freshLedger(open);

    it('counts each document once, by its newest revision', async () => {
      await deliver(ledger(), await receive(ledger(), { path: 'a.docx' }));
      await receive(ledger(), { path: 'b.docx' });
      await receive(ledger(), { path: 'b.docx', original: 'hash-b' });
      await quarantine(ledger(), await receive(ledger(), { path: 'c.docx' }));
      const { job } = await receive(ledger(), { client: 'zenith', at: second(7) });
      await closeJob(ledger(), job);
      const { jobs, documents } = await ledger().status();
      expect(documents).toEqual({ delivered: 1, received: 2, quarantined: 1 });
      expect(jobs).toEqual([
        {
          client: 'acme',
          name: 'letters',
          state: 'gathering',
          documents: { delivered: 1, received: 1, quarantined: 1 },
          openedAt: second(0),
        },
        {
          client: 'zenith',
          name: 'letters',
          state: 'working',
          documents: { received: 1 },
          openedAt: second(7),
        },
      ]);
    });

    it('tells what is in quarantine and why', async () => {
      const revision = await receive(ledger());
      await quarantine(ledger(), revision);
      expect((await ledger().status()).quarantined).toEqual([
        {
          client: 'acme',
          job: 'letters',
          path: 'a.docx',
          code: 'corrupt',
          detail: 'The file ends too early.',
          revisionId: revision.id,
        },
      ]);
    });

    it('lists tasks that wait and tasks in hand', async () => {
      await receiveWithTask(ledger(), { path: 'a.docx' });
      await receiveWithTask(ledger(), { path: 'b.docx', at: second(2) });
      await ledger().claim(second(3), 1000);
      const task = { kind: 'extract', client: 'acme', job: 'letters' };
      expect((await ledger().status()).tasks).toEqual([
        { ...task, path: 'a.docx', attempts: 1, runAt: second(0) },
        { ...task, path: 'b.docx', attempts: 0, runAt: second(2) },
      ]);
    });
  });
}

async function delivered(ledger: Ledger, folder: string): Promise<Revision> {
  const revision = await receive(ledger, { folder });
  await deliver(ledger, revision);
  return revision;
}

function invoiceOf(job: Job): InvoiceTask {
  return {
    jobId: job.id,
    client: job.client,
    job: job.name,
    queuedAt: second(9),
    lines: [
      {
        service: 'proofreading',
        description: 'a “quoted” name.docx',
        quantity: 1234,
        unit: 'words',
        countingRule: 'word-like/1',
      },
    ],
  };
}

function queueInvoice(ledger: Ledger, job: Job): Promise<boolean> {
  return ledger.transaction((tx) => tx.queueInvoice(invoiceOf(job)));
}

function billed(ledger: Ledger, { job }: Revision): Promise<boolean> {
  return ledger.transaction((tx) => {
    return tx.billedBefore(clientNamed(job.client), hashNamed('hash-a'), job.id);
  });
}
