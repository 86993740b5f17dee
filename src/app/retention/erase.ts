import { rm } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { removeContent } from '../../adapters/fs/content-store.ts';
import { removeEmpty } from '../../adapters/fs/durable.ts';
import { safeName } from '../../adapters/fs/names.ts';
import type { KeptJob, Leftover } from '../../job/erasures.ts';
import type { ContentHash } from '../../job/job.ts';
import type { Ledger, LedgerWrites } from '../../ports.ts';
import { jobFolder } from '../accounts/outbox.ts';
import type { DeskPaths } from '../paths.ts';
import type { RetentionPlan } from './plan.ts';

/** A content that was put within this time may be about to be named again; it is taken away later. */
const freshMs = 3_600_000;

/** What a job has in the outbox beside its papers. */
const documentFolders = ['original', 'corrected', 'redline', 'final', 'report'];

export interface ErasingDesk {
  readonly ledger: Ledger;
  readonly paths: DeskPaths;
  readonly now: Date;
}

/** Erases what a plan names, in the ledger first; what lies on the disk follows, after a crash too. */
export async function carryOut(plan: RetentionPlan, desk: ErasingDesk): Promise<void> {
  for (const job of plan.jobs) {
    await desk.ledger.transaction((tx) => eraseJob(job, tx, desk.now));
  }
  await desk.ledger.transaction(async (tx) => {
    const { messagesBefore: before } = plan;
    if (before !== undefined) await tx.eraseMessages({ before });
    for (const path of plan.files) await tx.addLeftover('path', path);
  });
  await sweepLeftovers(desk);
}

/** Takes a job's documents out of the ledger; its papers, quote and invoice, stay. */
export async function eraseJob(job: KeptJob, tx: LedgerWrites, now: Date): Promise<void> {
  const at = now.toISOString();
  const { jobId, documents } = job;
  if (!(await tx.eraseDocuments(jobId, { at, paths: pathsOf(job) }))) return;
  await tx.addEvent({ code: 'documents-erased', at, data: { job: jobId, documents } });
}

/** Takes from the disk what the ledger no longer has; how many things are left for a later time. */
export async function sweepLeftovers({ ledger, paths, now }: ErasingDesk): Promise<number> {
  const leftovers = await ledger.leftovers();
  if (leftovers.length === 0) return 0;
  let left = 0;
  for (const leftover of leftovers) {
    if (await isGone(leftover, { ledger, paths, now })) {
      await ledger.transaction((tx) => tx.endLeftover(leftover.seq));
    } else left += 1;
  }
  await ledger.foldLog();
  return left;
}

function pathsOf({ client, name }: KeptJob): readonly string[] {
  const folder = jobFolder({ client, name });
  const returned = `returns/${safeName(client)}/${safeName(name)}`;
  return [
    ...documentFolders.map((kind) => `outbox/${folder}/${kind}`),
    `quarantine/${folder}`,
    `${returned}/taken`,
    `${returned}/refused`,
  ];
}

async function isGone({ kind, what }: Leftover, desk: ErasingDesk): Promise<boolean> {
  const { ledger, paths, now } = desk;
  if (kind === 'path') {
    await removeBelow(paths.root, what);
    return true;
  }
  const hash = what as ContentHash;
  if (await ledger.isNamed(hash)) return true;
  return removeContent(paths.store, hash, { now, freshMs });
}

/** Takes away a file or a folder and the folders above it that are empty then, up to `outbox/` and its like. */
async function removeBelow(root: string, path: string): Promise<void> {
  const full = resolve(root, path);
  const parts = relative(root, full).split(sep);
  if (parts[0] === '..' || parts.length < 2) throw new Error(`${path} is not below the desk`);
  await rm(full, { recursive: true, force: true });
  for (let depth = parts.length - 1; depth > 1; depth -= 1) {
    await removeEmpty(join(root, ...parts.slice(0, depth)));
  }
}
