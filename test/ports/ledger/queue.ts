import { describe, expect, it } from 'vitest';
import type { RevisionId } from '../../../src/job/job.ts';
import type { Ledger } from '../../../src/ports.ts';
import { freshLedger, type OpenEmpty } from './fresh-ledger.ts';
import { claimed, hashNamed, quarantine, receive, receiveWithTask, second } from './setting.ts';

export function queueContract(open: OpenEmpty): void {
  describe('the queue', () => {
    const ledger = freshLedger(open);

    it('hands out a due task, once', async () => {
      const { id } = await receiveWithTask(ledger(), { at: second(5) });
      expect(await ledger().claim(second(4), 60_000)).toBeUndefined();
      const lease = await claimed(ledger(), second(5));
      expect(lease).toMatchObject({ kind: 'extract', revisionId: id, attempts: 1 });
      expect(await ledger().claim(second(6), 60_000)).toBeUndefined();
    });

    it('queues the same task of a revision once while it waits', async () => {
      const { id } = await receiveWithTask(ledger());
      expect(await enqueue(ledger(), id, 'extract')).toBe(false);
      expect(await enqueue(ledger(), id, 'proofread')).toBe(true);
      const lease = await claimed(ledger(), second(1));
      expect(await enqueue(ledger(), id, lease.kind)).toBe(true);
      expect(await enqueue(ledger(), id, lease.kind)).toBe(false);
    });

    it('refuses a task of a revision that is not there', async () => {
      await expect(enqueue(ledger(), 'nobody' as RevisionId, 'x')).rejects.toThrow(/constraint/i);
    });

    it('gives fifty that ask at the same time fifty different tasks', async () => {
      for (let n = 0; n < 50; n += 1) await receiveWithTask(ledger(), { path: `${n}.docx` });
      const asked = Array.from({ length: 60 }, () => ledger().claim(second(1), 60_000));
      const leases = (await Promise.all(asked)).flatMap((lease) => (lease ? [lease] : []));
      expect(leases).toHaveLength(50);
      expect(new Set(leases.map(({ taskId }) => taskId)).size).toBe(50);
      expect(new Set(leases.map(({ token }) => token)).size).toBe(50);
    });

    it('goes by when a task is due, then by when it was queued', async () => {
      const paths = ['c.docx', 'a.docx', 'b.docx'];
      for (const path of paths) await receiveWithTask(ledger(), { path, at: second(2) });
      await receiveWithTask(ledger(), { path: 'oldest.docx', at: second(1) });
      expect(await claimAll(ledger())).toEqual(['oldest.docx', ...paths]);
    });

    it('takes instants in any spelling of ISO 8601', async () => {
      await receiveWithTask(ledger(), { path: 'later.docx', at: '2026-01-05T09:00:00.500Z' });
      await receiveWithTask(ledger(), { path: 'sooner.docx', at: '2026-01-05T10:00:00+01:00' });
      expect(await claimAll(ledger(), '2026-01-05T09:00:01Z')).toEqual([
        'sooner.docx',
        'later.docx',
      ]);
    });

    it('gives a client with one document its turn amid the many of another', async () => {
      for (let n = 0; n < 20; n += 1) await receiveWithTask(ledger(), { path: `${n}.docx` });
      await receiveWithTask(ledger(), { client: 'zenith', path: 'one.docx', at: second(9) });
      const order = await claimAll(ledger());
      expect(order.indexOf('one.docx')).toBe(1);
      expect(order).toHaveLength(21);
    });

    it('holds no run-out lease against a client', async () => {
      await receiveWithTask(ledger(), { path: 'a.docx' });
      await claimed(ledger(), second(1), 1000);
      await receiveWithTask(ledger(), { path: 'b.docx', at: second(3) });
      await receiveWithTask(ledger(), { client: 'zenith', path: 'z.docx', at: second(4) });
      expect(await claimAll(ledger(), second(5))).toEqual(['a.docx', 'z.docx', 'b.docx']);
    });

    it('gives a task to another when its lease ran out, and fences off the first', async () => {
      await receiveWithTask(ledger());
      const lost = await claimed(ledger(), second(1), 10_000);
      expect(await ledger().claim(second(10), 1000)).toBeUndefined();
      const held = await claimed(ledger(), second(11));
      expect(held).toMatchObject({ taskId: lost.taskId, attempts: 2 });
      const endings = await ledger().transaction(async (tx) => [
        await tx.complete(lost),
        await tx.retryLater(lost, second(20), 'late'),
        await tx.bury(lost, 'late'),
      ]);
      expect(endings).toEqual([false, false, false]);
      expect(await ledger().heartbeat(lost, second(12), 60_000)).toBe(false);
      expect(await ledger().transaction((tx) => tx.complete(held))).toBe(true);
    });

    it('is not fooled by a lease with the right task and the wrong token, or the other way round', async () => {
      await receiveWithTask(ledger(), { path: 'a.docx' });
      await receiveWithTask(ledger(), { path: 'b.docx' });
      const a = await claimed(ledger(), second(1));
      const b = await claimed(ledger(), second(1));
      const forged = { ...a, token: b.token };
      expect(await ledger().transaction((tx) => tx.complete(forged))).toBe(false);
      expect(await ledger().pending()).toMatchObject({ count: 2 });
    });

    it('lets whoever lost no task to another finish it after its lease', async () => {
      await receiveWithTask(ledger());
      const lease = await claimed(ledger(), second(1), 1000);
      expect(await ledger().heartbeat(lease, second(50), 10_000)).toBe(true);
      expect(await ledger().claim(second(59), 1000)).toBeUndefined();
      expect(await ledger().transaction((tx) => tx.complete(lease))).toBe(true);
    });

    it('frees what a process had in hand when it ended, and does not hold that against the task', async () => {
      const { id } = await receiveWithTask(ledger());
      await receiveWithTask(ledger(), { path: 'b.docx', at: second(5) });
      const lost = await claimed(ledger(), second(1), 60_000);
      expect(await ledger().freeLeases()).toBe(1);
      const held = await claimed(ledger(), second(2), 60_000);
      expect(held).toMatchObject({ taskId: lost.taskId, revisionId: id, attempts: 1 });
      expect(await ledger().transaction((tx) => tx.complete(lost))).toBe(false);
      expect(await ledger().transaction((tx) => tx.complete(held))).toBe(true);
      expect(await ledger().freeLeases()).toBe(0);
      expect(await ledger().pending()).toMatchObject({ count: 1, nextAt: second(5) });
    });

    it('leaves a task in hand whose like was queued meanwhile until its lease runs out', async () => {
      const { id } = await receiveWithTask(ledger());
      await claimed(ledger(), second(1), 60_000);
      await enqueue(ledger(), id, 'extract');
      expect(await ledger().freeLeases()).toBe(0);
      expect(await ledger().pending()).toMatchObject({ count: 2 });
    });

    it('tells how many documents of each client have a task, and since when the oldest is due', async () => {
      await receiveWithTask(ledger(), { path: 'a.docx', at: second(7) });
      await receiveWithTask(ledger(), { path: 'b.docx', at: second(9) });
      const lease = await claimed(ledger(), second(20));
      expect([...(await ledger().inWorkByClient()).values()]).toEqual([2]);
      expect(await ledger().pending()).toMatchObject({ count: 2, oldestAt: second(7) });
      await ledger().transaction((tx) => tx.bury(lease, 'hopeless'));
      expect([...(await ledger().inWorkByClient()).values()]).toEqual([1]);
      expect(await ledger().pending()).toMatchObject({ count: 1, oldestAt: second(9) });
    });

    it('completes a task once', async () => {
      await receiveWithTask(ledger());
      const lease = await claimed(ledger(), second(1));
      expect(await ledger().transaction((tx) => tx.complete(lease))).toBe(true);
      expect(await ledger().transaction((tx) => tx.complete(lease))).toBe(false);
      expect(await ledger().pending()).toEqual({ count: 0 });
    });

    it('keeps the task when the transaction that completed it is rolled back', async () => {
      await receiveWithTask(ledger());
      const lease = await claimed(ledger(), second(1), 1000);
      const attempt = ledger().transaction(async (tx) => {
        await tx.complete(lease);
        throw new Error('no');
      });
      await expect(attempt).rejects.toThrow('no');
      expect(await claimed(ledger(), second(2))).toMatchObject({ taskId: lease.taskId });
    });

    it('puts a task off, with its attempts and what went wrong', async () => {
      await receiveWithTask(ledger());
      const lease = await claimed(ledger(), second(1));
      const off = ledger().transaction((tx) => tx.retryLater(lease, second(30), 'thread died'));
      expect(await off).toBe(true);
      expect(await ledger().pending()).toMatchObject({ count: 1, nextAt: second(30) });
      const [task] = (await ledger().status()).tasks;
      expect(task).toMatchObject({ attempts: 1, runAt: second(30), error: 'thread died' });
      expect(await ledger().claim(second(29), 1000)).toBeUndefined();
      expect(await claimed(ledger(), second(30))).toMatchObject({ attempts: 2 });
    });

    it('makes one of a task that is put off and its like that was queued meanwhile', async () => {
      const { id } = await receiveWithTask(ledger());
      const lease = await claimed(ledger(), second(1));
      await enqueue(ledger(), id, 'extract');
      await enqueue(ledger(), id, 'proofread');
      await ledger().transaction((tx) => tx.retryLater(lease, second(30), 'thread died'));
      expect(await ledger().pending()).toMatchObject({ count: 2 });
    });

    it('never hands out a buried task', async () => {
      await receiveWithTask(ledger());
      const lease = await claimed(ledger(), second(1));
      expect(await ledger().transaction((tx) => tx.bury(lease, 'hopeless'))).toBe(true);
      expect(await ledger().claim(second(99_999), 1000)).toBeUndefined();
      expect(await ledger().pending()).toEqual({ count: 0 });
      expect(await ledger().transaction((tx) => tx.bury(lease, 'hopeless'))).toBe(false);
    });

    it('says when the next task may be taken, one in hand by the end of its lease', async () => {
      expect(await ledger().pending()).toEqual({ count: 0 });
      await receiveWithTask(ledger(), { path: 'a.docx', at: second(3) });
      await receiveWithTask(ledger(), { path: 'b.docx', at: second(50) });
      expect(await ledger().pending()).toMatchObject({ count: 2, nextAt: second(3) });
      await claimed(ledger(), second(4), 10_000);
      expect(await ledger().pending()).toMatchObject({ count: 2, nextAt: second(14) });
    });
  });

  describe('another try', () => {
    const ledger = freshLedger(open);

    it('brings a quarantined revision back to where it came in', async () => {
      const revision = await putAside(ledger(), 'a.docx');
      expect(await ledger().retry({}, second(9))).toBe(1);
      expect(await ledger().revision(revision.id)).toEqual(revision);
      expect(await claimed(ledger(), second(9))).toMatchObject({ kind: 'extract', attempts: 1 });
      expect(await ledger().retry({}, second(10))).toBe(0);
    });

    it('takes only the one that is named', async () => {
      const one = await putAside(ledger(), 'a.docx');
      const other = await putAside(ledger(), 'b.docx');
      expect(await ledger().retry({ revisionId: one.id }, second(9))).toBe(1);
      expect(await ledger().revision(one.id)).toMatchObject({ state: 'received' });
      expect(await ledger().revision(other.id)).toMatchObject({ state: 'quarantined' });
    });

    it('leaves what is not in quarantine alone', async () => {
      const { id } = await receive(ledger());
      expect(await ledger().retry({ revisionId: id }, second(9))).toBe(0);
      expect(await ledger().pending()).toEqual({ count: 0 });
    });
  });
}

/** Fails a revision as the worker does: the task buried, the revision in quarantine, traces of the attempt left. */
async function putAside(ledger: Ledger, path: string) {
  const revision = await receiveWithTask(ledger, { path });
  const lease = await claimed(ledger, second(1));
  await ledger.transaction(async (tx) => {
    await tx.putArtifact(revision.id, 'extract', hashNamed('hash-e'));
    await tx.bury(lease, 'The file ends too early.');
  });
  await quarantine(ledger, revision);
  return revision;
}

function enqueue(ledger: Ledger, revisionId: RevisionId, kind: string): Promise<boolean> {
  return ledger.transaction((tx) => tx.enqueue({ kind, revisionId, runAt: second(0) }));
}

/** Claims all that is due and says of which paths, in order. */
async function claimAll(
  ledger: Ledger,
  now = second(60),
): Promise<readonly (string | undefined)[]> {
  const paths = [];
  for (;;) {
    const lease = await ledger.claim(now, 600_000);
    if (!lease) return paths;
    paths.push((await ledger.revision(lease.revisionId))?.path);
  }
}
