import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeIfMissing } from '../../adapters/fs/durable.ts';
import { unlessMissing } from '../../adapters/fs/errors.ts';
import { DeskProblem } from '../../job/trouble.ts';

/** The file that makes a folder a backup; it is written last. */
export const manifestName = 'backup.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const manifest = z.strictObject({
  backup: z.literal(1),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  /** Where the audit trail stood. */
  auditHead: z.string().nullable(),
  /** Whether outbox, quarantine and duplicates are in it. */
  whole: z.boolean(),
  /** All files but the contents, whose names are their hashes; SHA-256 by path. */
  files: z.record(z.string(), hash),
  contents: z.number().int().min(0),
});

export type Manifest = z.infer<typeof manifest>;

export async function writeManifest(folder: string, made: Manifest): Promise<void> {
  await writeIfMissing(join(folder, manifestName), `${JSON.stringify(made, null, 2)}\n`, 0o600);
}

/** Throws DeskProblem when the folder is no backup, or one that was not finished. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await unlessMissing(readFile(join(folder, manifestName), 'utf8'));
  if (text === undefined) {
    throw new DeskProblem(
      `${folder} is no backup: it has no ${manifestName}, which is written last. Name a folder that “proofdesk backup” has made.`,
    );
  }
  const read = manifest.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new DeskProblem(
    `${join(folder, manifestName)} is damaged or was made by a newer Proofdesk. Use another backup, or update Proofdesk.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
