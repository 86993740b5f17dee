import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { OpenEmpty } from './fresh-ledger.ts';
import { commands, type Real, startingModel } from './queue-commands.ts';
import { receive, second } from './setting.ts';

const clients = ['acme', 'zenith', 'quill'];

export function queueModelContract(open: OpenEmpty): void {
  describe('the queue, whatever is done to it', () => {
    it('does as a simple list in memory does', { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(commands, async (sequence) => {
          const real = await startingReal(open);
          try {
            await fc.asyncModelRun(() => ({ model: startingModel(), real }), sequence);
          } finally {
            await real.ledger.close();
          }
        }),
        { numRuns: 20 },
      );
    });
  });
}

/** Two documents for each of three clients. */
async function startingReal(open: OpenEmpty): Promise<Real> {
  const ledger = await open();
  const revisions = [];
  for (const client of clients) {
    for (const path of ['a.docx', 'b.docx']) {
      revisions.push(await receive(ledger, { client, path, at: second(0) }));
    }
  }
  return { ledger, revisions, leases: [] };
}
