import { joinedBytes } from '../joined-bytes.ts';
import { crc32 } from './crc32.ts';
import { pack } from './entry.ts';
import { viewOf, type Zip } from './zip.ts';

/** A file that is to be added to an archive. */
export interface NewEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * The archive with files added after those it holds. Nothing else moves but the directory and what stands after it.
 * Names are ASCII, and new ones: that is up to the caller.
 */
export function appendEntries(zip: Zip, added: readonly NewEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  const shift = shiftOf(zip);
  let at = zip.directoryAt;
  for (const entry of added) {
    const packed = pack(entry.content, deflated);
    const fields = fieldsOf(entry, packed);
    const local = joinedBytes([localHead(fields), nameBytes(entry.name), packed]);
    records.push(joinedBytes([record(fields, at - shift), nameBytes(entry.name)]));
    locals.push(local);
    at += local.length;
  }
  const directory = zip.bytes.subarray(zip.directoryAt, zip.endAt);
  const end = endWith(zip, { records, growth: at - zip.directoryAt });
  return joinedBytes([
    zip.bytes.subarray(0, zip.directoryAt),
    ...locals,
    directory,
    ...records,
    end,
  ]);
}

/** Deflate (APPNOTE 4.4.5), which every reader of Office files knows. */
const deflated = 8;
/** Version 2.0 reads it (4.4.3). */
const versionNeeded = 20;
/** 1 January 1980, the earliest date there is (4.4.6): the same content always gives the same bytes. */
const earliestDate = 0x21;

interface Fields {
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly nameBytes: number;
}

function fieldsOf({ name, content }: NewEntry, packed: Uint8Array): Fields {
  return {
    crc: crc32(content),
    packedBytes: packed.length,
    sizeBytes: content.length,
    nameBytes: name.length,
  };
}

/** The local header (4.3.7). */
function localHead(fields: Fields): Uint8Array {
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, 0x04034b50, true);
  writeFields(view, 4, fields);
  return new Uint8Array(view.buffer);
}

/** The record in the directory (4.3.12). */
function record(fields: Fields, headerAt: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, versionNeeded, true);
  writeFields(view, 6, fields);
  view.setUint32(42, headerAt, true);
  return new Uint8Array(view.buffer);
}

/** The fields that header and record share, in the same order. */
function writeFields(view: DataView, at: number, fields: Fields): void {
  view.setUint16(at, versionNeeded, true);
  view.setUint16(at + 4, deflated, true);
  view.setUint16(at + 8, earliestDate, true);
  view.setUint32(at + 10, fields.crc, true);
  view.setUint32(at + 14, fields.packedBytes, true);
  view.setUint32(at + 18, fields.sizeBytes, true);
  view.setUint16(at + 22, fields.nameBytes, true);
}

/** By how much stated offsets fall short: the length of the junk before the archive. */
function shiftOf({ bytes, directoryAt, endAt }: Zip): number {
  return directoryAt - viewOf(bytes).getUint32(endAt + 16, true);
}

/** The end record (4.3.16) and what stands after it. */
function endWith(
  zip: Zip,
  { records, growth }: { readonly records: readonly Uint8Array[]; readonly growth: number },
): Uint8Array {
  // Not `slice`, which for a Buffer gives a view of the same memory.
  const end = new Uint8Array(zip.bytes.subarray(zip.endAt));
  const view = viewOf(end);
  const recordBytes = records.reduce((sum, { length }) => sum + length, 0);
  for (const field of [8, 10]) {
    view.setUint16(field, view.getUint16(field, true) + records.length, true);
  }
  view.setUint32(12, view.getUint32(12, true) + recordBytes, true);
  view.setUint32(16, view.getUint32(16, true) + growth, true);
  return end;
}

function nameBytes(name: string): Uint8Array {
  return new TextEncoder().encode(name);
}
