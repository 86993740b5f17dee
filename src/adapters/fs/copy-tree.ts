import { link, lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDurably } from './contents.ts';
import { ensureFolder, privateFolder, syncFolder } from './durable.ts';
import { unlessMissing } from './errors.ts';

/** How a folder with all below it is copied. */
export interface TreeCopy {
  readonly from: string;
  readonly to: string;
  /** By the path below `from`, with `/`. */
  readonly leaveOut?: (path: string) => boolean;
  /** Files that never change get a second name instead of a copy, where the file system has them. */
  readonly linked?: boolean;
  /** Called before each file; what it throws ends the copying. */
  readonly onFile?: () => void;
}

/** What was copied, and what lies there that is neither file nor folder: it is not followed. */
export interface CopiedTree {
  readonly files: string[];
  readonly skipped: string[];
}

/** Copies what is there; what comes or goes meanwhile is copied or not. Each file is on the disk when it returns. */
export async function copyTree(copy: TreeCopy, below = ''): Promise<CopiedTree> {
  const done: CopiedTree = { files: [], skipped: [] };
  const here = join(copy.from, below);
  const entries = await unlessMissing(readdir(here, { withFileTypes: true }));
  if (!entries) return done;
  await ensureFolder(join(copy.to, below), privateFolder);
  for (const entry of entries) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (copy.leaveOut?.(path)) continue;
    if (entry.isDirectory()) merge(done, await copyTree(copy, path));
    else if (!entry.isFile()) done.skipped.push(path);
    else if (await copyOne(copy, path)) done.files.push(path);
  }
  await syncFolder(join(copy.to, below));
  return done;
}

function merge(into: CopiedTree, more: CopiedTree): void {
  for (const path of more.files) into.files.push(path);
  for (const path of more.skipped) into.skipped.push(path);
}

/** False when the file is gone meanwhile. */
async function copyOne({ from, to, linked, onFile }: TreeCopy, path: string): Promise<boolean> {
  onFile?.();
  const [source, target] = [join(from, path), join(to, path)];
  if (linked && (await isLinked(source, target))) return true;
  if (!(await unlessMissing(lstat(source)))) return false;
  await copyDurably(source, target);
  return true;
}

async function isLinked(source: string, target: string): Promise<boolean> {
  try {
    await link(source, target);
    return true;
  } catch {
    return false;
  }
}

/** Whether a folder is missing or holds nothing. */
export async function isVacant(folder: string): Promise<boolean> {
  const stats = await unlessMissing(stat(folder));
  if (!stats) return true;
  return stats.isDirectory() && (await readdir(folder)).length === 0;
}
