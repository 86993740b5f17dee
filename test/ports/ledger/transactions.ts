import { describe, expect, it } from 'vitest';
import type { LedgerWrites } from '../../../src/ports.ts';
import { freshLedger, type OpenEmpty } from './fresh-ledger.ts';
import { clientNamed, hashNamed, receive, second } from './setting.ts';

export function transactionContract(open: OpenEmpty): void {
  describe('transactions', () => {
    const ledger = freshLedger(open);

    it('gives back what the work gives back', async () => {
      expect(await ledger().transaction(() => Promise.resolve(7))).toBe(7);
    });

    it('leaves nothing of a transaction that throws, and throws on', async () => {
      const trouble = new Error('the world ended');
      const attempt = ledger().transaction(async (tx) => {
        await writeALittleOfAll(tx);
        throw trouble;
      });
      await expect(attempt).rejects.toBe(trouble);
      expect(await ledger().status()).toEqual({
        jobs: [],
        documents: {},
        quarantined: [],
        tasks: [],
        invoiceTasks: [],
      });
      expect(await ledger().intents()).toEqual([]);
      expect(await ledger().gatheringJobs()).toEqual([]);
    });

    it('rolls back when the database refuses one of its writes', async () => {
      const attempt = ledger().transaction(async (tx) => {
        const { revision } = await writeALittleOfAll(tx);
        await tx.advance({ revisionId: revision.id, from: 'received', to: 'quarantined' });
      });
      await expect(attempt).rejects.toThrow(/constraint/i);
      expect((await ledger().status()).jobs).toEqual([]);
    });

    it('can be used again after an error', async () => {
      await expect(ledger().transaction(() => Promise.reject(new Error('no')))).rejects.toThrow();
      const revision = await receive(ledger());
      expect(await ledger().revision(revision.id)).toEqual(revision);
    });

    it('runs transactions one after another, in the order they came', async () => {
      const trace: string[] = [];
      const run = (name: string) =>
        ledger().transaction(async (tx) => {
          trace.push(`${name} begins`);
          await tx.addEvent({ code: 'a', at: second(0) });
          await new Promise((resolve) => setTimeout(resolve, 2));
          await tx.addEvent({ code: 'b', at: second(0) });
          trace.push(`${name} ends`);
        });
      await Promise.all([run('one'), run('two'), run('three')]);
      expect(trace).toEqual(['one', 'two', 'three'].flatMap((n) => [`${n} begins`, `${n} ends`]));
    });

    it('shows nothing of a transaction to readers before it is committed', async () => {
      let seen: Promise<number> | undefined;
      let begun = () => {};
      const open = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const work = ledger().transaction(async (tx) => {
        await tx.addIntent(intent, second(0));
        begun();
        await new Promise((resolve) => setTimeout(resolve, 20));
        throw new Error('taken back');
      });
      await Promise.all([
        expect(work).rejects.toThrow('taken back'),
        open.then(() => {
          seen = ledger()
            .intents()
            .then((found) => found.length);
        }),
      ]);
      expect(await seen).toBe(0);
    });

    it('refuses the ledger itself within the work, instead of waiting for ever', async () => {
      const refused = /only the transaction may be used/;
      await ledger().transaction(async () => {
        await expect(ledger().status()).rejects.toThrow(refused);
        await expect(ledger().claim(second(0), 1000)).rejects.toThrow(refused);
        await expect(ledger().transaction(() => Promise.resolve())).rejects.toThrow(refused);
        await expect(ledger().retry({}, second(0))).rejects.toThrow(refused);
        await expect(ledger().close()).rejects.toThrow(refused);
      });
    });

    it('lets what a transaction set off use the ledger once the transaction is over', async () => {
      let later: Promise<unknown> | undefined;
      await ledger().transaction(async () => {
        later = new Promise((resolve) => setTimeout(() => resolve(ledger().pending()), 10));
      });
      expect(await later).toEqual({ count: 0 });
    });

    it('refuses a transaction that is over', async () => {
      let kept: LedgerWrites | undefined;
      await ledger().transaction((tx) => {
        kept = tx;
        return Promise.resolve();
      });
      await expect(kept?.addEvent({ code: 'late', at: second(0) })).rejects.toThrow(/committed/);
    });

    it('finds nothing wrong with itself', async () => {
      await receive(ledger());
      expect(await ledger().checkIntegrity()).toBeUndefined();
    });

    it('may be closed twice', async () => {
      await ledger().close();
      await ledger().close();
    });
  });

  describe('intents', () => {
    const ledger = freshLedger(open);

    it('keeps intents until they are removed, the oldest first', async () => {
      const second2 = { ...intent, id: 'a-later-one', file: { ...intent.file, bare: true } };
      await ledger().transaction((tx) => tx.addIntent(intent, second(1)));
      await ledger().transaction((tx) => tx.addIntent(second2, second(2)));
      expect(await ledger().intents()).toEqual([intent, second2]);
      await ledger().transaction((tx) => tx.removeIntent(intent.id));
      await ledger().transaction((tx) => tx.removeIntent(intent.id));
      expect(await ledger().intents()).toEqual([second2]);
    });
  });
}

const intent = {
  id: 'intent-1',
  file: {
    client: clientNamed('acme'),
    folder: 'letters',
    bare: false,
    path: 'sub/ä "quoted".docx',
    inboxPath: 'acme/letters/sub/ä "quoted".docx',
    inode: '18446744073709551615',
    sizeBytes: 5_000_000_000,
  },
  workPath: 'intent-1/original.docx',
};

async function writeALittleOfAll(tx: LedgerWrites) {
  const at = second(0);
  await tx.addIntent(intent, at);
  const job = await tx.gatheringJob({
    client: clientNamed('acme'),
    folder: 'letters',
    bare: false,
    path: 'a.docx',
    at,
  });
  const revision = await tx.addRevision({
    jobId: job.id,
    path: 'a.docx',
    sizeBytes: 1,
    profile: 'p',
    original: hashNamed('h'),
    receivedAt: at,
  });
  await tx.enqueue({ kind: 'extract', revisionId: revision.id, runAt: at });
  const lines: never[] = [];
  await tx.queueInvoice({ jobId: job.id, client: 'acme', job: job.name, queuedAt: at, lines });
  await tx.addEvent({ code: 'x', at, jobId: job.id, revisionId: revision.id, data: { n: 1 } });
  return { job, revision };
}
