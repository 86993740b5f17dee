import { joinedBytes } from '../joined-bytes.ts';
import { crc32 } from './crc32.ts';
import { dataStart, pack } from './entry.ts';
import { viewOf, type Zip, type ZipEntry } from './zip.ts';

/**
 * The archive with the contents of some files replaced. Every other file keeps its packed bytes, its place in the
 * order and its date; only the offsets of those that follow change, and what stands before and after the archive stays.
 */
export function replaceEntries(zip: Zip, contents: ReadonlyMap<ZipEntry, Uint8Array>): Uint8Array {
  const fresh = [...contents]
    .map(([entry, content]) => replacementOf(zip, entry, content))
    .sort((a, b) => a.start - b.start);
  // Not `slice`, which for a Buffer gives a view of the same memory.
  const directory = new Uint8Array(zip.bytes.subarray(zip.directoryAt));
  const view = viewOf(directory);
  const shiftAt = (at: number): number =>
    fresh.reduce((sum, { start, growth }) => (start < at ? sum + growth : sum), 0);
  const move = (field: number, from: number): void => {
    view.setUint32(field, view.getUint32(field, true) + shiftAt(from), true);
  };
  for (const entry of zip.entries) move(entry.recordAt - zip.directoryAt + 42, entry.headerAt);
  for (const { entry, sizes } of fresh) writeSizes(view, entry.recordAt - zip.directoryAt, sizes);
  move(zip.endAt - zip.directoryAt + 16, zip.directoryAt);
  return joinedBytes([...piecesUpTo(zip, fresh), directory]);
}

/** What comes in place of one file with its header. */
interface Replacement {
  readonly entry: ZipEntry;
  readonly sizes: Sizes;
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Uint8Array[];
  readonly growth: number;
}

function replacementOf(zip: Zip, entry: ZipEntry, content: Uint8Array): Replacement {
  const packed = pack(content, entry.method);
  const sizes = { crc: crc32(content), packedBytes: packed.length, sizeBytes: content.length };
  const header = localHeader(zip, entry, sizes);
  const [start, end] = [entry.headerAt, entryEnd(zip, entry)];
  const growth = header.length + packed.length - (end - start);
  return { entry, sizes, start, end, pieces: [header, packed], growth };
}

/** The bytes before the directory, `fresh` being sorted. */
function piecesUpTo(zip: Zip, fresh: readonly Replacement[]): readonly Uint8Array[] {
  let position = 0;
  const pieces: Uint8Array[] = [];
  for (const { start, end, pieces: own } of fresh) {
    pieces.push(zip.bytes.subarray(position, start), ...own);
    position = end;
  }
  return [...pieces, zip.bytes.subarray(position, zip.directoryAt)];
}

interface Sizes {
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
}

/** Bit 3 of the flags: the sizes stand in a descriptor after the data (APPNOTE 4.3.9). */
const sizesFollow = 8;
/** The largest data descriptor: signature, checksum, two sizes of 64 bits. */
const descriptorBytesMax = 24;
const zip64Extra = 1;

/** The local header with the new sizes in it, and so without need of a descriptor. */
function localHeader(zip: Zip, entry: ZipEntry, sizes: Sizes): Uint8Array {
  const start = entry.headerAt;
  const extraBytes = viewOf(zip.bytes).getUint16(start + 28, true);
  const extraAt = dataStart(zip, entry) - extraBytes;
  const extra = withoutZip64(zip.bytes.subarray(extraAt, extraAt + extraBytes));
  const header = joinedBytes([zip.bytes.subarray(start, extraAt), extra]);
  const view = viewOf(header);
  view.setUint16(6, view.getUint16(6, true) & ~sizesFollow, true);
  view.setUint32(14, sizes.crc, true);
  view.setUint32(18, sizes.packedBytes, true);
  view.setUint32(22, sizes.sizeBytes, true);
  view.setUint16(28, extra.length, true);
  return header;
}

/** Extra fields but for the one of 64-bit sizes, which would contradict the header. */
function withoutZip64(extra: Uint8Array): Uint8Array {
  const view = viewOf(extra);
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== zip64Extra) kept.push(extra.subarray(at, next));
    at = next;
  }
  kept.push(extra.subarray(at));
  return joinedBytes(kept);
}

function writeSizes(view: DataView, recordAt: number, sizes: Sizes): void {
  view.setUint16(recordAt + 8, view.getUint16(recordAt + 8, true) & ~sizesFollow, true);
  view.setUint32(recordAt + 16, sizes.crc, true);
  view.setUint32(recordAt + 20, sizes.packedBytes, true);
  view.setUint32(recordAt + 24, sizes.sizeBytes, true);
}

/** Where an entry ends, its descriptor included. The gap to whatever comes next tells which form that has. */
function entryEnd(zip: Zip, entry: ZipEntry): number {
  const dataEnd = dataStart(zip, entry) + entry.packedBytes;
  if ((entry.flags & sizesFollow) === 0) return dataEnd;
  const following = zip.entries.map((other) => other.headerAt).filter((at) => at >= dataEnd);
  const next = Math.min(zip.directoryAt, ...following);
  return next - dataEnd <= descriptorBytesMax ? next : dataEnd;
}
