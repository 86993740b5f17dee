import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './errors.ts';

const newLine = 0x0a;

/**
 * Writes over lines of the log files in a folder; `mask` gives what is to stand in the place of a line, as many bytes as
 * it has, or undefined where it may stay. Done in place, since a desk that is at work goes on writing at the end of the
 * file that it has open: nothing is moved, and no line of it is lost. How many lines were written over; on the disk when
 * it returns. A line that is not ended yet is passed over.
 */
export async function maskLogFiles(
  folder: string,
  mask: (line: string) => string | undefined,
): Promise<number> {
  const seen = new Set<bigint>();
  let masked = 0;
  // Files are put aside meanwhile: a file that was seen is known by its number, and another look finds the others.
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const name of await logFiles(folder)) {
      const file = await unlessMissing(open(join(folder, name), 'r+'));
      if (!file) continue;
      try {
        const { ino } = await file.stat({ bigint: true });
        if (seen.has(ino)) continue;
        seen.add(ino);
        isNew = true;
        masked += await maskIn(file, mask);
      } finally {
        await file.close();
      }
    }
  }
  return masked;
}

async function logFiles(folder: string): Promise<readonly string[]> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return names.filter((name) => /^desk(?:\.\d+)?\.log$/.test(name)).sort();
}

async function maskIn(
  file: FileHandle,
  mask: (line: string) => string | undefined,
): Promise<number> {
  const bytes = await file.readFile();
  let masked = 0;
  let start = 0;
  for (let end = bytes.indexOf(newLine); end >= 0; end = bytes.indexOf(newLine, start)) {
    const line = bytes.subarray(start, end);
    const other = mask(line.toString('utf8'));
    if (other !== undefined) {
      const over = Buffer.from(other, 'utf8');
      if (over.length !== line.length) throw new Error('a masked line must keep its length');
      await file.write(over, 0, over.length, start);
      masked += 1;
    }
    start = end + 1;
  }
  if (masked > 0) await file.sync();
  return masked;
}
