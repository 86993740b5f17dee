import { until } from '../e2e/desk.ts';
import { progressOf } from './ledger-facts.ts';

/**
 * Resolves when a working desk has done all that it can with so many documents: no task is left, and every job is
 * invoiced but those that quarantine holds.
 */
export async function untilAtRest(
  root: string,
  documents: number,
  withinMs: number,
): Promise<void> {
  try {
    await until(() => isAtRest(root, documents), withinMs);
  } catch {
    throw new Error(`not at rest: ${JSON.stringify(progressOf(root))}`);
  }
}

function isAtRest(root: string, documents: number): boolean {
  const progress = progressOf(root);
  return progress.documents >= documents && progress.open === 0 && progress.jobsLeft === 0;
}
