import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { endingOf } from '../names.ts';

/** Formats that are ZIP files, so that one can see whether their end has come. */
const zipEndings: readonly string[] = [
  ...['.docx', '.docm', '.dotx', '.dotm'],
  ...['.pptx', '.pptm', '.potx', '.potm', '.ppsx', '.ppsm'],
  ...['.xlsx', '.xlsm', '.xltx', '.xltm'],
  ...['.odt', '.ott'],
];

/** The end record and the longest comment it may have (APPNOTE 4.3.16). */
const tailBytes = 22 + 65_535;

const localHeader = Buffer.from('PK\u0003\u0004', 'latin1');
const endRecord = Buffer.from('PK\u0005\u0006', 'latin1');
const nothing = Buffer.alloc(4);

/**
 * Whether a file has its end. Only a ZIP tells: it has its table at the end.
 * A file that begins with zeros was given its size before its content, as copying over a network does.
 */
export async function hasItsEnd(path: string, name: string): Promise<boolean> {
  if (!zipEndings.includes(endingOf(name).toLowerCase())) return true;
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const head = await readAt(handle, 0, 4);
    if (head.equals(nothing)) return false;
    if (!head.equals(localHeader)) return true;
    const { size } = await handle.stat();
    const start = Math.max(0, size - tailBytes);
    return (await readAt(handle, start, size - start)).includes(endRecord);
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
