import { until } from '../e2e/desk.ts';
import { ledgerFacts } from './ledger-facts.ts';

/**
 * Resolves when a working desk has done all that it can with so many documents: no task is left, and every job is
 * delivered and invoiced but those that quarantine holds.
 */
export async function untilAtRest(
  root: string,
  documents: number,
  withinMs: number,
): Promise<void> {
  try {
    await until(() => isAtRest(root, documents), withinMs);
  } catch {
    const { revisions, jobs, tasks, intents, invoices } = ledgerFacts(root);
    const states = Map.groupBy([...revisions, ...jobs], ({ state }) => state);
    const counts = [...states].map(([state, all]) => `${state} ${all.length}`);
    throw new Error(
      `not at rest: ${counts}; ${tasks} tasks, ${intents} intents, ${invoices.length} invoices`,
    );
  }
}

function isAtRest(root: string, documents: number): boolean {
  const { revisions, jobs, tasks, intents, invoices } = ledgerFacts(root);
  if (revisions.length < documents || tasks > 0 || intents > 0) return false;
  const stuck = new Set(
    revisions
      .filter(({ state }) => state === 'quarantined')
      .map(({ client, job }) => `${client}/${job}`),
  );
  const issued = invoices.filter(({ state }) => state === 'issued').length;
  const done = jobs.filter(({ client, name }) => !stuck.has(`${client}/${name}`));
  return done.every(({ state }) => state === 'delivered') && issued === done.length;
}
