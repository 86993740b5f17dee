import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../adapters/fs/durable.ts';
import { unlessMissing } from '../../adapters/fs/errors.ts';
import type { Erased } from '../../job/erasures.ts';
import type { ClientName } from '../../job/job.ts';
import type { LedgerStatus } from '../../job/records.ts';
import { looking } from '../invoices.ts';
import { deskPaths } from '../paths.ts';
import { erasedSince, erasuresIn, listBelow, noteErasures } from '../retention/erasure-list.ts';
import { forgetClient } from '../retention.ts';

/** What became of clients who were erased after a backup was made, and whom it brought back. */
export interface ErasedAgain {
  /** How many were erased again. */
  readonly erasedAgain: number;
  /** Who could not be, and why. */
  readonly toErase: readonly { readonly client: string; readonly why: readonly string[] }[];
}

/**
 * Erases again in a restored desk who was erased since its backup was made. Who was is told by the lists of the desk that
 * the backup lies in, of the other backups beside it, and of the desks named in `others`.
 */
export async function eraseAgain(
  root: string,
  from: { readonly backup: string; readonly madeAt: string; readonly others: readonly string[] },
): Promise<ErasedAgain> {
  const paths = deskPaths(root);
  const erased = await knownErasures(from.backup, from.others);
  const clients = await looking(root, async ({ ledger }) => {
    await noteErasures(ledger, paths, erased);
    return clientsOf(await ledger.status(), paths.clients);
  });
  const back = await erasedSince(from.madeAt, await clients, { erased, key: paths.key });
  const toErase: { client: string; why: readonly string[] }[] = [];
  for (const client of back) {
    const { hindrances } = await forgetClient(root, client, false);
    if (hindrances.length === 0) await forgetClient(root, client, true);
    else toErase.push({ client, why: hindrances });
  }
  const names = toErase.map(({ client }) => client);
  if (names.length > 0) await replaceFile(paths.eraseAgain, `${JSON.stringify(names)}\n`);
  return { erasedAgain: back.length - toErase.length, toErase };
}

async function clientsOf(
  { jobs }: Pick<LedgerStatus, 'jobs'>,
  folder: string,
): Promise<readonly ClientName[]> {
  const folders = (await unlessMissing(readdir(folder))) ?? [];
  return [...new Set([...jobs.map(({ client }) => client), ...folders])] as ClientName[];
}

/** A nightly backup lies in the desk itself, two folders below its root. */
async function knownErasures(
  backup: string,
  others: readonly string[],
): Promise<readonly Erased[]> {
  const beside = dirname(backup);
  const siblings = (await unlessMissing(readdir(beside))) ?? [];
  const lists = [
    ...siblings.map((name) => listBelow(join(beside, name))),
    listBelow(dirname(dirname(beside))),
    ...others.map(listBelow),
  ];
  return (await Promise.all(lists.map(erasuresIn))).flat();
}
