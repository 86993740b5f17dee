import type { SettledFile, WaitingFile } from '../job/intake.ts';
import type { ClientName } from '../job/job.ts';
import type { Patience } from './closing.ts';
import type { Desk } from './step.ts';

/** Which settled files are taken now, and which stay in the inbox, where their owners see them, and why. */
export interface Admission {
  readonly files: readonly SettledFile[];
  readonly waiting: readonly WaitingFile[];
}

/**
 * Lets in as much as there is room for: nothing when the disk is nearly full, and of each client as many documents
 * as may be in work at once. The bound is each client's own, so that no one's backlog keeps another out.
 * A run that ends takes all that is there, since it must be done before it ends.
 */
export async function admitted(
  settled: readonly SettledFile[],
  patience: Patience,
  desk: Pick<Desk, 'disk' | 'ledger' | 'office'>,
): Promise<Admission> {
  if (settled.length === 0) return { files: [], waiting: [] };
  const { freeBytesMin, inWorkMax } = desk.office.bounds;
  if ((await desk.disk.freeBytes()) < freeBytesMin) {
    const reason = nearlyFull(freeBytesMin);
    return { files: [], waiting: settled.map(waits(reason, true)) };
  }
  if (patience === 'at-once') return { files: settled, waiting: [] };
  const inWork = await desk.ledger.inWorkByClient();
  const files: SettledFile[] = [];
  const behind: SettledFile[] = [];
  for (const [client, own] of Map.groupBy(settled, (file) => file.client)) {
    const room = Math.max(0, inWorkMax - inWorkOf(client, inWork));
    files.push(...own.slice(0, room));
    behind.push(...own.slice(room));
  }
  return { files, waiting: behind.map(waits(manyInWork(inWorkMax), false)) };
}

/** Without the number of the moment: it is said once, however often the disk is looked at. */
function nearlyFull(freeBytesMin: number): string {
  return `disk nearly full: less than ${Math.round(freeBytesMin / 1e6)} MB are free; it is taken once there is room`;
}

function manyInWork(inWorkMax: number): string {
  return `${inWorkMax} documents of this client are in work; it is taken when one of them is done`;
}

function inWorkOf(client: ClientName, inWork: ReadonlyMap<ClientName, number>): number {
  return inWork.get(client) ?? 0;
}

function waits(reason: string, stuck: boolean): (file: SettledFile) => WaitingFile {
  return ({ inboxPath }) => ({ path: inboxPath, reason, stuck });
}
