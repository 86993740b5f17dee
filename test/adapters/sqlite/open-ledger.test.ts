import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/adapters/sqlite/connect.ts';
import { openLedger } from '../../../src/adapters/sqlite/open-ledger.ts';
import { LedgerRefused } from '../../../src/job/trouble.ts';
import { receive, second } from '../../ports/ledger/setting.ts';
import { temporaryFolder } from './folder.ts';
import { newId } from './new-id.ts';

const folder = temporaryFolder();
const freshFile = () => join(folder, `${newId()}.sqlite`);

describe('opening a ledger', () => {
  it('keeps what was written for the next time', async () => {
    const file = freshFile();
    const first = await openLedger({ file, newId });
    const revision = await receive(first);
    await first.close();
    const again = await openLedger({ file, newId });
    expect(await again.revision(revision.id)).toEqual(revision);
    await again.close();
  });

  it('folds the log into the file when it is closed', async () => {
    const file = freshFile();
    const ledger = await openLedger({ file, newId });
    await receive(ledger);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    await ledger.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('waits for the transaction in hand before it closes', async () => {
    const file = freshFile();
    const ledger = await openLedger({ file, newId });
    const work = ledger.transaction(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await tx.addEvent({ code: 'x', at: second(0) });
      return 'done';
    });
    await Promise.resolve();
    await ledger.close();
    expect(await work).toBe('done');
  });

  it('gives its log the rights that the ledger has now, not those it had once', async () => {
    const file = join(temporaryFolder(), 'ledger.sqlite');
    const first = connect(file);
    first.exec('create table a (b)');
    chmodSync(`${file}-wal`, 0o400);
    chmodSync(file, 0o600);
    const second = connect(file);
    second.exec('create table c (d)');
    expect(statSync(`${file}-wal`).mode & 0o777).toBe(0o600);
    first.close();
    second.close();
  });

  it('works in memory', async () => {
    const ledger = await openLedger({ file: ':memory:', newId });
    const revision = await receive(ledger);
    expect(await ledger.revision(revision.id)).toEqual(revision);
    await ledger.close();
  });

  it('flushes every commit and watches over references', () => {
    const connection = connect(freshFile());
    const setting = (name: string) =>
      Object.values(connection.prepare(`pragma ${name}`).get() ?? {});
    expect(setting('journal_mode')).toEqual(['wal']);
    expect(setting('synchronous')).toEqual([2]);
    expect(setting('foreign_keys')).toEqual([1]);
    expect(setting('busy_timeout')).toEqual([5000]);
    connection.close();
  });

  it.each([
    [
      'a file that is no ledger',
      'This is not a ledger',
      (file: string) => writeFileSync(file, 'x'.repeat(5000)),
    ],
    ['a folder', 'cannot be opened', (file: string) => mkdirSync(file)],
  ])('refuses %s with a sentence', async (_, sentence, spoil) => {
    const file = freshFile();
    spoil(file);
    const attempt = openLedger({ file, newId });
    await expect(attempt).rejects.toBeInstanceOf(LedgerRefused);
    await expect(attempt).rejects.toThrow(sentence);
  });

  it('tells what is wrong with a ledger that lost something', async () => {
    const file = freshFile();
    const ledger = await openLedger({ file, newId });
    const { job } = await receive(ledger);
    const vandal = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    vandal.prepare('delete from jobs where id = ?').run(job.id);
    vandal.close();
    expect(await ledger.checkIntegrity()).toMatch(/revisions, row 1: its jobs is missing/);
    await ledger.close();
  });
});

describe('who may have a ledger', () => {
  it('is one worker at a time', async () => {
    const file = freshFile();
    const first = await openLedger({ file, newId });
    const attempt = openLedger({ file, newId });
    await expect(attempt).rejects.toBeInstanceOf(LedgerRefused);
    await expect(attempt).rejects.toThrow('Another Proofdesk is at work at this desk.');
    await first.close();
    const next = await openLedger({ file, newId });
    await next.close();
  });

  it('is also a visitor beside the worker, who sees what is committed and may write', async () => {
    const file = freshFile();
    const worker = await openLedger({ file, newId });
    const visitor = await openLedger({ file, newId, role: 'visitor' });
    const revision = await receive(worker);
    expect((await visitor.status()).documents).toEqual({ received: 1 });
    await worker.transaction(async (tx) => {
      await tx.advance({ revisionId: revision.id, from: 'received', to: 'extracted' });
      expect((await visitor.status()).documents).toEqual({ received: 1 });
    });
    const failure = { code: 'corrupt', detail: 'no' };
    await visitor.transaction((tx) =>
      tx.advance({ revisionId: revision.id, from: 'extracted', to: 'quarantined', failure }),
    );
    expect((await worker.status()).documents).toEqual({ quarantined: 1 });
    await visitor.close();
    await worker.close();
  });

  it('is whoever began to write first: nobody is turned away half-way for having only read', async () => {
    const file = freshFile();
    const ledger = await openLedger({ file, newId });
    const { job } = await receive(ledger);
    const other = new DatabaseSync(file, { timeout: 0 });
    await ledger.transaction(async (tx) => {
      await tx.job(job.id);
      expect(() => other.exec('begin immediate')).toThrow('locked');
      await tx.addEvent({ code: 'x', at: second(0) });
    });
    other.exec('begin immediate; rollback');
    other.close();
    await ledger.close();
  });

  it('is a visitor alone, who makes the tables and leaves the way free', async () => {
    const file = freshFile();
    const visitor = await openLedger({ file, newId, role: 'visitor' });
    expect((await visitor.status()).jobs).toEqual([]);
    const worker = await openLedger({ file, newId });
    await worker.close();
    await visitor.close();
  });
});
