import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../../adapters/fs/errors.ts';
import type { KeptJob } from '../../job/erasures.ts';
import type { Ledger } from '../../ports.ts';
import { filesBelow } from '../accounts/shelf-files.ts';
import type { DeskPaths } from '../paths.ts';
import type { DeskFile } from '../settings-files.ts';
import { duplicatesIn } from './duplicates.ts';
import { keptJobs } from './kept.ts';

export type RetentionRule = DeskFile['retention'];

/** What a desk no longer keeps by its settings, and what it still has to keep although its time is over. */
export interface RetentionPlan {
  readonly jobs: readonly KeptJob[];
  /** Made before this time; undefined where messages are kept. */
  readonly messagesBefore?: string;
  readonly messages: number;
  /** Copies of messages and of files that came twice, by their paths below the desk. */
  readonly files: readonly string[];
  readonly held: readonly KeptJob[];
}

const dayMs = 86_400_000;

/** Looks at what is older than the settings want it kept. Nothing is changed. */
export async function planRetention(
  rule: RetentionRule,
  {
    ledger,
    paths,
    now,
  }: { readonly ledger: Ledger; readonly paths: DeskPaths; readonly now: Date },
): Promise<RetentionPlan> {
  const before = (days: number | undefined): string | undefined =>
    days === undefined ? undefined : new Date(now.getTime() - days * dayMs).toISOString();
  const [documents, messages, duplicates] = [
    before(rule.documents),
    before(rule.messages),
    before(rule.duplicates),
  ];
  const old = documents === undefined ? [] : await keptJobs({ ledger, paths });
  const over = old.filter(({ lastAt }) => documents !== undefined && lastAt < documents);
  const jobs = over.filter(({ need }) => need === undefined);
  return {
    jobs,
    held: over.filter(({ need }) => need !== undefined),
    ...(messages !== undefined && { messagesBefore: messages }),
    messages: messages === undefined ? 0 : await ledger.oldMessages({ before: messages }),
    files: [
      ...(await duplicatesIn(jobs, { ledger, paths })),
      ...(await oldFiles(paths, 'outbox', messages)).filter((path) =>
        /^outbox\/[^/]+\/messages\/[^/]+\.eml$/.test(path),
      ),
      ...(await oldFiles(paths, 'duplicates', duplicates)),
    ],
  };
}

async function oldFiles(
  { root }: DeskPaths,
  folder: string,
  before: string | undefined,
): Promise<readonly string[]> {
  if (before === undefined) return [];
  const old: string[] = [];
  for (const path of await filesBelow(join(root, folder))) {
    const stats = await unlessMissing(stat(join(root, folder, path)));
    if (stats && stats.mtime.toISOString() < before) old.push(`${folder}/${path}`);
  }
  return old;
}
