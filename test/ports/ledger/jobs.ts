import { describe, expect, it } from 'vitest';
import type { Job, JobId } from '../../../src/job/job.ts';
import type { Ledger } from '../../../src/ports.ts';
import { freshLedger, type OpenEmpty } from './fresh-ledger.ts';
import { clientNamed, closeJob, quarantine, receive, second } from './setting.ts';

export function jobContract(open: OpenEmpty): void {
  describe('jobs', () => {
    const ledger = freshLedger(open);

    it('opens a job for the first document of a folder and keeps gathering in it', async () => {
      const first = await gather(ledger(), 'letters');
      expect(first).toEqual({
        id: first.id,
        client: 'acme',
        folder: 'letters',
        name: 'letters',
        bare: false,
        state: 'gathering',
        openedAt: second(0),
        touchedAt: second(0),
      });
      expect(await gather(ledger(), 'letters')).toEqual(first);
      expect(await ledger().gatheringJobs()).toEqual([first]);
    });

    it('opens a further job once the first is closed, under a name of its own', async () => {
      const names = [];
      for (let round = 0; round < 3; round += 1) {
        const job = await gather(ledger(), 'letters');
        names.push(job.name);
        await closeJob(ledger(), job);
      }
      expect(names).toEqual(['letters', 'letters (2)', 'letters (3)']);
    });

    it('steps over a name that a client gave to a folder', async () => {
      await gather(ledger(), 'letters (2)');
      await closeJob(ledger(), await gather(ledger(), 'letters'));
      expect((await gather(ledger(), 'letters')).name).toBe('letters (3)');
    });

    it('gives two clients the same name', async () => {
      expect((await gather(ledger(), 'letters')).name).toBe('letters');
      expect((await gather(ledger(), 'letters', { client: 'zenith' })).name).toBe('letters');
    });

    it('never lets a bare file and a folder share a job', async () => {
      const bare = await gather(ledger(), 'letters', { bare: true });
      const folder = await gather(ledger(), 'letters');
      expect(bare).toMatchObject({ bare: true, name: 'letters', folder: 'letters' });
      expect(folder).toMatchObject({ bare: false, name: 'letters (2)', folder: 'letters' });
      expect(await gather(ledger(), 'letters', { bare: true })).toEqual(bare);
    });

    it('gives a closed job the document that replaces one in quarantine, whatever its ending', async () => {
      const held = await receive(ledger(), { path: 'plan.pdf', original: 'hash-pdf' });
      await quarantine(ledger(), held);
      await closeJob(ledger(), held.job);
      const other = await receive(ledger(), { path: 'other.docx', original: 'hash-other' });
      expect(other.job.id).not.toBe(held.job.id);
      const better = await receive(ledger(), { path: 'Plan.docx', original: 'hash-docx' });
      expect(better.job.id).toBe(other.job.id);
      await closeJob(ledger(), other.job);
      const third = await receive(ledger(), { path: 'plan.docx', original: 'hash-third' });
      expect(third.job.id).toBe(held.job.id);
      expect((await ledger().revision(held.id))?.state).toBe('superseded');
    });

    it('treats names as they are written', async () => {
      const names = [`o'clock`, '%', '_', 'letters"; drop table jobs', 'Ünïcode 📁', 'a/b'];
      for (const name of names) expect((await gather(ledger(), name)).name).toBe(name);
      expect(await ledger().gatheringJobs()).toHaveLength(names.length);
    });

    it('goes from gathering to working to delivered, and no other way', async () => {
      const job = await gather(ledger(), 'letters');
      await ledger().transaction((tx) => tx.markDelivered(job.id));
      expect(await jobNow(ledger(), job.id)).toMatchObject({ state: 'gathering' });
      await closeJob(ledger(), job);
      expect(await jobNow(ledger(), job.id)).toMatchObject({
        state: 'working',
        closedBy: 'ready-file',
      });
      await ledger().transaction((tx) => tx.closeJob(job.id, 'quiet-period', second(9)));
      expect(await jobNow(ledger(), job.id)).toMatchObject({ closedBy: 'ready-file' });
      await ledger().transaction((tx) => tx.markDelivered(job.id));
      expect(await jobNow(ledger(), job.id)).toMatchObject({ state: 'delivered' });
      expect(await ledger().gatheringJobs()).toEqual([]);
    });

    it('knows no job that was never opened', async () => {
      expect(await jobNow(ledger(), 'nobody' as JobId)).toBeUndefined();
    });
  });
}

function gather(
  ledger: Ledger,
  folder: string,
  { client = 'acme', bare = false } = {},
): Promise<Job> {
  const place = { client: clientNamed(client), folder, bare, path: 'a.docx', at: second(0) };
  return ledger.transaction((tx) => tx.gatheringJob(place));
}

function jobNow(ledger: Ledger, id: JobId): Promise<Job | undefined> {
  return ledger.transaction((tx) => tx.job(id));
}
