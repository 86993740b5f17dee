import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Revision } from '../../../src/job/job.ts';
import { DiskFull } from '../../../src/job/trouble.ts';
import { receive, receiveWithTask, second } from '../../ports/ledger/setting.ts';
import { temporaryFolder } from './folder.ts';
import { openByHand } from './foundation.ts';
import { newId } from './new-id.ts';

const folder = temporaryFolder();

describe('a full disk', () => {
  it('is told by its name, loses nothing, and the ledger goes on once there is room', async () => {
    const { ledger, connection } = await openByHand(join(folder, `${newId()}.sqlite`));
    const kept = await receive(ledger, { path: 'kept.docx' });
    const { page_count: pages } = connection.prepare('pragma page_count').get() ?? {};
    connection.exec(`pragma max_page_count = ${pages}`);
    const received: Revision[] = [];
    const fill = async (prefix: string) => {
      for (let n = 0; n < 2000; n += 1) {
        const path = `${prefix}-${n}-${'x'.repeat(200)}.docx`;
        received.push(await receiveWithTask(ledger, { path }));
      }
    };
    const trouble = await fill('first').catch((error: unknown) => error);
    expect(trouble).toBeInstanceOf(DiskFull);
    expect(trouble).toMatchObject({ name: 'DiskFull', cause: { errcode: 13 } });
    await expect(fill('second')).rejects.toBeInstanceOf(DiskFull);
    connection.exec('pragma max_page_count = 1000000');
    for (const { id } of received) expect(await ledger.revision(id)).toBeDefined();
    expect(await ledger.revision(kept.id)).toEqual(kept);
    await receive(ledger, { path: 'after.docx' });
    expect(await ledger.checkIntegrity()).toBeUndefined();
    await ledger.close();
  });

  it('rolls back the whole transaction that met it', async () => {
    const { ledger, connection } = await openByHand(join(folder, `${newId()}.sqlite`));
    const { id } = await receive(ledger);
    const { page_count: pages } = connection.prepare('pragma page_count').get() ?? {};
    connection.exec(`pragma max_page_count = ${pages}`);
    const findings = Array.from({ length: 2000 }, (_, start) => ({
      stage: 'spelling',
      rule: 'unknown-word',
      span: { start, end: start + 1 },
      message: 'm'.repeat(100),
      confidence: 1,
      corrections: [],
      decision: 'noted' as const,
    }));
    const attempt = ledger.transaction(async (tx) => {
      await tx.advance({ revisionId: id, from: 'received', to: 'extracted' });
      await tx.putFindings(id, findings, second(1));
    });
    await expect(attempt).rejects.toBeInstanceOf(DiskFull);
    expect(await ledger.revision(id)).toMatchObject({ state: 'received' });
    expect(await ledger.findings(id)).toEqual([]);
    await ledger.close();
  });
});
