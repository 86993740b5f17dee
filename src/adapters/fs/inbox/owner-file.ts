import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unlessMissing } from '../errors.ts';
import { printable } from '../names.ts';

/** Word writes 162 bytes, Excel 165, LibreOffice a line of some 200; more is not read. */
const readBytesMax = 1_024;

/** Names are for a status line. */
const nameLengthMax = 60;

/** Where a document lies and what lies beside it. */
export interface Neighbourhood {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  readonly siblings: ReadonlySet<string>;
}

/** Who has a document open, in words, and when the mark of it was made. */
interface OpenElsewhere {
  readonly reason: string;
  readonly markedMs: number;
}

/**
 * Who has a document open, or undefined when nobody has.
 * A mark that was made before `sinceMs` was left behind by a crash, and counts for nothing.
 */
export async function openElsewhere(
  { path, name, siblings }: Neighbourhood,
  sinceMs: number,
): Promise<OpenElsewhere | undefined> {
  for (const mark of marksOf(name)) {
    if (!siblings.has(mark.name)) continue;
    const file = join(dirname(path), mark.name);
    const stats = await unlessMissing(lstat(file));
    if (!stats?.isFile() || stats.mtimeMs < sinceMs) continue;
    const owner = cleaned(mark.ownerIn(await head(file)));
    const by = owner === '' ? '' : ` by ${owner}`;
    const reason = `open in ${mark.program}${by}; it is taken once it is closed`;
    return { reason, markedMs: stats.mtimeMs };
  }
  return undefined;
}

interface Mark {
  readonly name: string;
  readonly program: string;
  ownerIn(bytes: Buffer): string;
}

/** Word replaces the first two characters of a long name, or one, or none of a short one. */
function marksOf(name: string): readonly Mark[] {
  const office = [name, name.slice(1), name.slice(2)].map((rest) => ({
    name: `~$${rest}`,
    program: 'Word',
    ownerIn: officeOwner,
  }));
  return [
    ...office,
    { name: `.~lock.${name}#`, program: 'LibreOffice', ownerIn: libreOfficeOwner },
  ];
}

/** The marks are made by others: a pipe or a link in their place is not opened, and what cannot be read names nobody. */
async function head(path: string): Promise<Buffer> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags).catch(() => undefined);
  if (!handle) return Buffer.alloc(0);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(readBytesMax), 0, readBytesMax, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return Buffer.alloc(0);
  } finally {
    await handle.close();
  }
}

/** One byte of length and the name in the system's own characters; from byte 54 (Excel: 55) the same in UTF-16. */
function officeOwner(bytes: Buffer): string {
  const wideAt = bytes.length === 165 ? 55 : 54;
  if (bytes.length >= wideAt + 2) {
    const length = bytes.readUInt16LE(wideAt);
    const end = wideAt + 2 + length * 2;
    if (length > 0 && end <= bytes.length) return bytes.toString('utf16le', wideAt + 2, end);
  }
  return bytes.toString('latin1', 1, 1 + Math.min(bytes[0] ?? 0, 53));
}

/** Fields with commas between them: full name, account, computer, time, profile. */
function libreOfficeOwner(bytes: Buffer): string {
  const [fullName = '', account = ''] = bytes.toString('utf8').split(/(?<!\\),/);
  return (fullName === '' ? account : fullName).replaceAll('\\,', ',');
}

function cleaned(owner: string): string {
  return printable(owner).trim().slice(0, nameLengthMax);
}
