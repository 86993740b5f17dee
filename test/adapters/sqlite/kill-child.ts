import { writeSync } from 'node:fs';
import { openLedger } from '../../../src/adapters/sqlite/open-ledger.ts';
import type { Ledger } from '../../../src/ports.ts';
import { clientNamed, hashNamed } from '../../ports/ledger/setting.ts';
import { newId } from './new-id.ts';

const finding = {
  stage: 'spelling',
  rule: 'unknown-word',
  span: { start: 0, end: 3 },
  message: 'not a word',
  confidence: 1,
  corrections: [],
  decision: 'noted' as const,
};

/**
 * Takes documents in and works on them, without end, and says on standard output what was committed, after it was:
 * `received ID` and `delivered ID`. It is to be killed.
 */
const [file = ''] = process.argv.slice(2);
const ledger = await openLedger({ file, newId });
await Promise.all([receiveForEver(ledger), workForEver(ledger)]);

async function receiveForEver(desk: Ledger): Promise<never> {
  for (let n = 0; ; n += 1) {
    const at = new Date().toISOString();
    const id = await desk.transaction(async (tx) => {
      const path = `${process.pid}-${n}.docx`;
      const place = { client: clientNamed(`client-${n % 3}`), folder: 'letters', bare: false };
      const { id: jobId } = await tx.gatheringJob({ ...place, path, at });
      const file = { path, sizeBytes: n, profile: 'p' };
      const original = hashNamed(`hash-${n}`);
      const revision = await tx.addRevision({ jobId, ...file, original, receivedAt: at });
      await tx.enqueue({ kind: 'extract', revisionId: revision.id, runAt: at });
      return revision.id;
    });
    say(`received ${id}`);
  }
}

async function workForEver(desk: Ledger): Promise<never> {
  for (;;) {
    const now = new Date().toISOString();
    const lease = await desk.claim(now, 60_000);
    if (!lease) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      continue;
    }
    const { revisionId } = lease;
    await desk.transaction(async (tx) => {
      await tx.complete(lease);
      await tx.putFindings(revisionId, new Array(20).fill(finding), now);
      await tx.advance({ revisionId, from: 'received', to: 'delivered', words: 20 });
    });
    say(`delivered ${revisionId}`);
  }
}

/** Written at once: a line in a buffer would die with the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
