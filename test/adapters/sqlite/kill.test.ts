import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openLedger } from '../../../src/adapters/sqlite/open-ledger.ts';
import type { RevisionId } from '../../../src/job/job.ts';
import { temporaryFolder } from './folder.ts';
import { newId } from './new-id.ts';

const folder = temporaryFolder();
const child = fileURLToPath(new URL('./kill-child.ts', import.meta.url));
const rounds = 10;

it('loses nothing that was committed when its process is killed', { timeout: 60_000 }, async () => {
  const file = join(folder, 'killed.sqlite');
  const said: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const lines = await linesUntilKilled(file, 20 + Math.random() * 200);
    expect(lines.length).toBeGreaterThan(0);
    said.push(...lines);
    const ledger = await openLedger({ file, newId });
    expect(await ledger.checkIntegrity()).toBeUndefined();
    for (const line of said) {
      const [what, id = ''] = line.split(' ');
      const revision = await ledger.revision(id as RevisionId);
      expect(revision, line).toBeDefined();
      if (what === 'delivered') expect(revision, line).toMatchObject({ state: 'delivered' });
    }
    await ledger.close();
  }
});

/** Starts the child, kills it so long after its first line, and gives the whole lines it wrote. */
function linesUntilKilled(file: string, afterMs: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let trouble = '';
    running.stderr.on('data', (chunk) => {
      trouble += chunk;
    });
    running.stdout.once('data', () => setTimeout(() => running.kill('SIGKILL'), afterMs));
    running.stdout.on('data', (chunk) => {
      out += chunk;
    });
    running.on('error', reject);
    running.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(out.split('\n').slice(0, -1));
      else reject(new Error(`the child ended by itself with ${code}: ${trouble}`));
    });
  });
}
