import { noteAuditHead } from '../../src/app/audit.ts';
import { deskPaths } from '../../src/app/paths.ts';
import { runOnce } from '../../src/app/worker/once.ts';
import type { Clock } from '../../src/ports.ts';
import type { Desk } from '../../src/steps/step.ts';

/** What `proofdesk once` does, at a desk that is open. */
export async function roundAt(desk: Desk, root: string): Promise<void> {
  const nobody = { onBacklog() {}, onTaken() {}, onEnd() {} };
  await runOnce(desk, 1, nobody);
  await noteAuditHead(desk.ledger, deskPaths(root));
}

/** A clock that was set to an instant and goes on from there. */
export function clockAt(instant: Date): Clock {
  const setMs = performance.now();
  return { now: () => new Date(instant.getTime() + performance.now() - setMs) };
}
