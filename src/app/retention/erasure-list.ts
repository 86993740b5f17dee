import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../../adapters/fs/durable.ts';
import { unlessMissing } from '../../adapters/fs/errors.ts';
import { openMarker } from '../../adapters/system/vault.ts';
import type { Erased } from '../../job/erasures.ts';
import type { ClientName } from '../../job/job.ts';
import type { Ledger } from '../../ports.ts';
import type { DeskPaths } from '../paths.ts';

const list = z.array(z.strictObject({ at: z.iso.datetime(), mark: z.string().min(1) }));

/**
 * Keeps beside the ledger who was erased and when, so that a backup of an earlier day does not bring anyone back. Nobody
 * is named: each is a mark that only the key of the desk makes of the name.
 */
export async function noteErasures(
  ledger: Pick<Ledger, 'erasures'>,
  { erasures: file }: Pick<DeskPaths, 'erasures'>,
  known: readonly Erased[] = [],
): Promise<void> {
  const before = await erasuresIn(file);
  const all = merged([...before, ...known, ...(await ledger.erasures())]);
  if (all.length > before.length) await replaceFile(file, `${JSON.stringify(all, null, 1)}\n`);
}

/** What a list says; nothing where there is none, or one that cannot be read. */
export async function erasuresIn(file: string): Promise<readonly Erased[]> {
  const text = await unlessMissing(readFile(file, 'utf8'));
  const read = list.safeParse(text === undefined ? [] : parsed(text));
  return read.success ? read.data : [];
}

/** Which of these clients were erased after a time. */
export async function erasedSince(
  since: string,
  clients: readonly ClientName[],
  { erased, key }: { readonly erased: readonly Erased[]; readonly key: string },
): Promise<readonly ClientName[]> {
  const marks = new Set(erased.filter(({ at }) => at > since).map(({ mark }) => mark));
  if (marks.size === 0) return [];
  const markOf = await openMarker(key);
  return clients.filter((client) => marks.has(markOf(client)));
}

/** The list of a desk that is somewhere in a folder, such as a backup. */
export function listBelow(folder: string): string {
  return join(folder, '.proofdesk', 'erasures.json');
}

function merged(all: readonly Erased[]): readonly Erased[] {
  const byKey = new Map(all.map((one) => [`${one.at} ${one.mark}`, one]));
  return [...byKey.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
