import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DestinationStream, pino } from 'pino';
import { privateFile, privateFolder } from './durable.ts';

export interface LogFileLimits {
  /** A file that has grown to this is put aside. */
  readonly bytesMax: number;
  /** So many are kept beside the one that is written; the oldest goes. */
  readonly oldFilesMax: number;
}

/** Lines that could not be written are held until the disk takes them again, up to so much; the rest is lost. */
const heldBytesMax = 1_000_000;

/**
 * A log in `<folder>/desk.log`, and older lines in `desk.1.log` and so on. Written at once, so that the last lines
 * before a crash are there. A disk that takes no more holds up nothing.
 */
export function openLogFile(folder: string, limits: LogFileLimits): DestinationStream {
  const nameOf = (age: number) => join(folder, age === 0 ? 'desk.log' : `desk.${age}.log`);
  mkdirSync(folder, { recursive: true, mode: privateFolder });
  const stream = pino.destination({
    dest: nameOf(0),
    sync: true,
    mode: privateFile,
    maxLength: heldBytesMax,
  });
  stream.on('error', () => {});
  let bytes = sizeOf(nameOf(0));
  const putAside = (): void => {
    bytes = 0;
    whereItCan(() => rmSync(nameOf(limits.oldFilesMax), { force: true }));
    for (let age = limits.oldFilesMax - 1; age >= 0; age -= 1) {
      whereItCan(() => renameSync(nameOf(age), nameOf(age + 1)));
    }
    whereItCan(() => stream.reopen());
  };
  return {
    write(line) {
      if (bytes >= limits.bytesMax) putAside();
      bytes += Buffer.byteLength(line);
      stream.write(line);
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** A file that is missing, or a disk that is full: the next file is begun all the same, or the old one goes on. */
function whereItCan(work: () => void): void {
  try {
    work();
  } catch {}
}
