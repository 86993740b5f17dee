import { describe, expect, it } from 'vitest';
import type { JobId, RevisionId } from '../../../src/job/job.ts';
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

export function revisionContract(open: OpenEmpty): void {
  describe('revisions', () => {
    const ledger = freshLedger(open);

    it('gives back what was put in', async () => {
      const revision = await receive(ledger(), { at: second(5) });
      expect(revision).toEqual({
        id: revision.id,
        documentId: revision.documentId,
        job: revision.job,
        path: 'a.docx',
        number: 1,
        state: 'received',
        profile: 'profile-1',
        sizeBytes: 1234,
        receivedAt: second(5),
        artifacts: { original: 'hash-a' },
      });
      expect(revision.job.touchedAt).toBe(second(5));
      expect(await ledger().revision(revision.id)).toEqual(revision);
      expect(await ledger().revision('nobody' as RevisionId)).toBeUndefined();
    });

    it('notes when a job was last touched', async () => {
      await receive(ledger(), { at: second(1) });
      const later = await receive(ledger(), { path: 'b.docx', at: second(8) });
      expect(later.job).toMatchObject({ openedAt: second(1), touchedAt: second(8) });
    });

    it('counts revisions within client, folder and path, over all jobs', async () => {
      const first = await receive(ledger());
      await deliver(ledger(), first);
      await closeJob(ledger(), first.job);
      const again = await receive(ledger(), { original: 'hash-b' });
      expect(again).toMatchObject({ number: 2, documentId: first.documentId });
      expect(again.job.name).toBe('letters (2)');
      expect(await receive(ledger(), { path: 'b.docx' })).toMatchObject({ number: 1 });
      expect(await receive(ledger(), { folder: 'other' })).toMatchObject({ number: 1 });
      expect(await receive(ledger(), { client: 'zenith' })).toMatchObject({ number: 1 });
    });

    it('supersedes what was not delivered yet, takes its tasks, and loses its lease', async () => {
      const first = await receiveWithTask(ledger());
      const lease = await ledger().claim(second(1), 60_000);
      const next = await receive(ledger(), { original: 'hash-b' });
      expect(next.number).toBe(2);
      expect(await ledger().revision(first.id)).toMatchObject({ state: 'superseded' });
      expect(await ledger().pending()).toEqual({ count: 0 });
      if (!lease) throw new Error('there was nothing to claim');
      expect(await ledger().transaction((tx) => tx.complete(lease))).toBe(false);
    });

    it('supersedes a quarantined one, but not one that was delivered or withdrawn', async () => {
      const quarantined = await receive(ledger(), { path: 'q.docx' });
      await quarantine(ledger(), quarantined);
      const delivered = await receive(ledger(), { path: 'd.docx' });
      await deliver(ledger(), delivered);
      const withdrawn = await receive(ledger(), { path: 'w.docx' });
      await ledger().transaction((tx) => {
        return tx.advance({ revisionId: withdrawn.id, from: 'received', to: 'withdrawn' });
      });
      for (const path of ['q.docx', 'd.docx', 'w.docx']) {
        await receive(ledger(), { path, original: 'hash-new' });
      }
      const states = [quarantined, delivered, withdrawn].map(async ({ id }) => {
        return (await ledger().revision(id))?.state;
      });
      expect(await Promise.all(states)).toEqual(['superseded', 'delivered', 'withdrawn']);
    });

    it('lists what left the quarantine for good, but for documents that are in it again', async () => {
      const [replaced, again, withdrawn, tried] = [
        await receive(ledger(), { path: 'replaced.docx' }),
        await receive(ledger(), { path: 'again.docx' }),
        await receive(ledger(), { path: 'withdrawn.docx' }),
        await receive(ledger(), { path: 'tried.docx' }),
      ];
      for (const one of [replaced, again, withdrawn, tried]) await quarantine(ledger(), one);
      expect(await ledger().passedOver()).toEqual([]);
      await receive(ledger(), { path: 'replaced.docx', original: 'hash-new' });
      await quarantine(
        ledger(),
        await receive(ledger(), { path: 'again.docx', original: 'hash-b' }),
      );
      await ledger().transaction((tx) =>
        tx.advance({ revisionId: withdrawn.id, from: 'quarantined', to: 'withdrawn' }),
      );
      await ledger().retry({ revisionId: tried.id }, second(9));
      const ids = (await ledger().passedOver()).map(({ id }) => id);
      expect(new Set(ids)).toEqual(new Set([replaced.id, withdrawn.id]));
    });

    it('lists the profiles of what is not back, each once for a job that is not over', async () => {
      const [held, kept] = [
        await receive(ledger(), { path: 'held.docx' }),
        await receive(ledger(), { path: 'kept.docx' }),
      ];
      await quarantine(ledger(), held);
      await deliver(ledger(), await receive(ledger(), { path: 'back.docx', profile: 'unheard' }));
      await receive(ledger(), { path: 'kept.docx', original: 'hash-b', profile: 'profile-2' });
      const over = await receive(ledger(), { folder: 'over' });
      await deliver(ledger(), over);
      const other = await receive(ledger(), { folder: 'other' });
      const found = await ledger().profilesUnderWay();
      expect(new Set(found.map(({ jobId, profile }) => `${jobId} ${profile}`))).toEqual(
        new Set([
          `${held.job.id} profile-1`,
          `${kept.job.id} profile-2`,
          `${other.job.id} profile-1`,
        ]),
      );
      expect(found).toHaveLength(3);
    });

    it('knows whether a document of a job is still to be done', async () => {
      const isUnderWay = (): Promise<boolean> =>
        ledger().transaction((tx) => tx.isUnderWay(first.job.id));
      const first = await receive(ledger());
      await receive(ledger(), { folder: 'other' });
      expect(await isUnderWay()).toBe(true);
      await deliver(ledger(), first);
      expect(await isUnderWay()).toBe(false);
      const held = await receive(ledger(), { path: 'b.docx' });
      await quarantine(ledger(), held);
      expect(await isUnderWay()).toBe(true);
      await deliver(ledger(), await receive(ledger(), { path: 'b.docx', original: 'hash-b' }));
      expect(await isUnderWay()).toBe(false);
    });

    it('supersedes within the same job only', async () => {
      const first = await receive(ledger());
      await closeJob(ledger(), first.job);
      await receive(ledger(), { original: 'hash-b' });
      expect(await ledger().revision(first.id)).toMatchObject({ state: 'received' });
    });

    it('lists the newest revision of each document of a job, by path', async () => {
      const first = await receive(ledger(), { path: 'b.docx' });
      const a = await receive(ledger(), { path: 'a.docx' });
      const b = await receive(ledger(), { path: 'b.docx', original: 'hash-b' });
      await receive(ledger(), { folder: 'other' });
      expect(await ledger().revisionsOf(first.job.id)).toEqual([
        await ledger().revision(a.id),
        await ledger().revision(b.id),
      ]);
      const within = await ledger().transaction((tx) => tx.revisionsOf(first.job.id));
      expect(within).toEqual(await ledger().revisionsOf(first.job.id));
    });

    it('refuses a revision of a job that is not there', async () => {
      const attempt = ledger().transaction((tx) =>
        tx.addRevision({
          jobId: 'nobody' as JobId,
          path: 'a.docx',
          sizeBytes: 1,
          profile: 'p',
          original: hashNamed('h'),
          receivedAt: second(0),
        }),
      );
      await expect(attempt).rejects.toThrow('there is no job nobody');
    });

    it('moves on only from where it is', async () => {
      const { id } = await receive(ledger());
      const move = { revisionId: id, from: 'received', to: 'extracted', words: 120 } as const;
      expect(await ledger().transaction((tx) => tx.advance(move))).toBe(true);
      expect(await ledger().transaction((tx) => tx.advance({ ...move, words: 9 }))).toBe(false);
      expect(await ledger().revision(id)).toMatchObject({ state: 'extracted', words: 120 });
    });

    it('keeps why a revision is in quarantine', async () => {
      const revision = await receive(ledger());
      await quarantine(ledger(), revision);
      const failure = { code: 'corrupt', detail: 'The file ends too early.' };
      expect(await ledger().revision(revision.id)).toMatchObject({ state: 'quarantined', failure });
    });

    it('keeps one artifact of a kind, the last', async () => {
      const { id } = await receive(ledger());
      await ledger().transaction(async (tx) => {
        await tx.putArtifact(id, 'extract', hashNamed('e1'));
        await tx.putArtifact(id, 'extract', hashNamed('e2'));
        await tx.putArtifact(id, 'corrected', hashNamed('c1'));
      });
      const artifacts = { original: 'hash-a', extract: 'e2', corrected: 'c1' };
      expect((await ledger().revision(id))?.artifacts).toEqual(artifacts);
    });
  });

  describe('the same file before', () => {
    const ledger = freshLedger(open);
    const file = {
      client: clientNamed('acme'),
      folder: 'letters',
      path: 'a.docx',
      original: hashNamed('hash-a'),
      profile: 'profile-1',
    };

    it('is known by client, folder, path, content and profile', async () => {
      const revision = await receive(ledger());
      await closeJob(ledger(), revision.job);
      expect((await ledger().sameBefore(file))?.id).toBe(revision.id);
      const others = [
        { client: clientNamed('zenith') },
        { folder: 'other' },
        { path: 'b.docx' },
        { original: hashNamed('hash-b') },
        { profile: 'profile-2' },
      ];
      for (const other of others) {
        expect(await ledger().sameBefore({ ...file, ...other })).toBeUndefined();
      }
    });

    it('does not count once it was withdrawn', async () => {
      const { id } = await receive(ledger());
      await ledger().transaction((tx) => {
        return tx.advance({ revisionId: id, from: 'received', to: 'withdrawn' });
      });
      expect(await ledger().sameBefore(file)).toBeUndefined();
    });

    it('does not take an artifact of the same bytes for an original', async () => {
      const { id } = await receive(ledger(), { original: 'hash-b' });
      await ledger().transaction((tx) => tx.putArtifact(id, 'corrected', hashNamed('hash-a')));
      expect(await ledger().sameBefore(file)).toBeUndefined();
    });

    it('does not count once another content replaced it: the client may return to it', async () => {
      await receive(ledger());
      await receive(ledger(), { original: 'hash-b' });
      expect(await ledger().sameBefore(file)).toBeUndefined();
    });

    it('is the newest of several', async () => {
      await deliver(ledger(), await receive(ledger()));
      const newest = await receive(ledger());
      await deliver(ledger(), newest);
      await deliver(ledger(), await receive(ledger(), { original: 'hash-b' }));
      expect((await ledger().sameBefore(file))?.id).toBe(newest.id);
    });
  });
}
