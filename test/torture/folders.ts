import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A path for a desk, in a folder that goes after the test. */
export function folderOfItsOwn(): string {
  return madeFolder(onTestFinished);
}

/** The same for a desk that several tests share. */
export function temporaryFolder(): string {
  return madeFolder(afterAll);
}

/** What ten thousand documents left takes a while to go. */
const removalMs = 300_000;

function madeFolder(atTheEnd: (work: () => void, withinMs: number) => void): string {
  const parent = mkdtempSync(join(tmpdir(), 'proofdesk-torture-'));
  atTheEnd(() => rmSync(parent, { recursive: true, force: true }), removalMs);
  return join(parent, 'desk');
}
