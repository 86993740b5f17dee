import { DocumentProblem } from '../../core/problem.ts';
import { entriesMax, inflatedBytesMax, ratioMax } from '../limits.ts';

/** One file in a ZIP archive, as its central directory states it; offsets count from the start of the archive. */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where its local header stands. */
  readonly headerAt: number;
  /** Where its record in the central directory stands. */
  readonly recordAt: number;
}

/** A ZIP archive that has been looked at but not unpacked. */
export interface Zip {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  readonly directoryAt: number;
  readonly endAt: number;
}

/**
 * Reads the central directory of a ZIP archive (APPNOTE 4.3.12), and nothing of its contents.
 * Junk before and after the archive is let pass, as Word does.
 * Throws DocumentProblem: 'corrupt', 'unsafe', 'too-large', 'unsupported-format'.
 */
export function readZip(bytes: Uint8Array): Zip {
  const view = viewOf(bytes);
  const end = endRecord(view);
  const entries: ZipEntry[] = [];
  let recordAt = end.directoryAt;
  for (let index = 0; index < end.count; index += 1) {
    const record = readRecord(view, recordAt, end.shift);
    entries.push(record.entry);
    recordAt = record.next;
  }
  if (recordAt + recordBytes <= end.endAt && isRecord(view, recordAt)) {
    throw new DocumentProblem('unsafe', 'The archive holds more files than it says.');
  }
  checkEntries(entries, bytes.length);
  checkPlaces(entries, end.directoryAt);
  return { bytes, entries, directoryAt: end.directoryAt, endAt: end.endAt };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface EndRecord {
  readonly endAt: number;
  readonly directoryAt: number;
  readonly count: number;
  /** What must be added to every stated offset: the length of the junk before the archive. */
  readonly shift: number;
}

const endSignature = 0x06054b50;
const endBytes = 22;
const recordSignature = 0x02014b50;
const recordBytes = 46;
/** A field of 32 bits that says: look in the ZIP64 record. */
const elsewhere = 0xffffffff;

function endRecord(view: DataView): EndRecord {
  for (let at = view.byteLength - endBytes; at >= 0; at -= 1) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== endSignature) continue;
    const found = plausibleEnd(view, at);
    if (found) return found;
  }
  throw new DocumentProblem('corrupt', 'The file is not a ZIP archive, or its end is missing.');
}

function plausibleEnd(view: DataView, endAt: number): EndRecord | undefined {
  const count = view.getUint16(endAt + 10, true);
  const size = view.getUint32(endAt + 12, true);
  const stated = view.getUint32(endAt + 16, true);
  if (stated === elsewhere || size === elsewhere) throw tooNew();
  if (count > entriesMax) {
    throw new DocumentProblem(
      'unsafe',
      `The archive holds ${count} files, more than any document.`,
    );
  }
  for (const directoryAt of [stated, endAt - size]) {
    const shift = directoryAt - stated;
    const fits = shift >= 0 && directoryAt >= 0 && directoryAt + size <= endAt;
    if (!fits) continue;
    if (count === 0 || isRecord(view, directoryAt)) return { endAt, directoryAt, count, shift };
  }
  return undefined;
}

function isRecord(view: DataView, at: number): boolean {
  return at + recordBytes <= view.byteLength && view.getUint32(at, true) === recordSignature;
}

function readRecord(view: DataView, at: number, shift: number): { entry: ZipEntry; next: number } {
  if (!isRecord(view, at)) throw broken();
  const nameBytes = view.getUint16(at + 28, true);
  const next =
    at + recordBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw broken();
  const packedBytes = view.getUint32(at + 20, true);
  const sizeBytes = view.getUint32(at + 24, true);
  const stated = view.getUint32(at + 42, true);
  if ([packedBytes, sizeBytes, stated].includes(elsewhere)) throw tooNew();
  const entry = {
    name: nameAt(view, at + recordBytes, nameBytes),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes,
    sizeBytes,
    headerAt: stated + shift,
    recordAt: at,
  };
  return { entry, next };
}

/** Part names are ASCII (ECMA-376 Part 2, 6.2.2); some writers use backslashes, which Word takes for slashes. */
export function nameAt(view: DataView, at: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  return new TextDecoder().decode(bytes).replaceAll('\\', '/');
}

/** Refuses what no honest document has, by what the archive says of itself: nothing is unpacked for this. */
function checkEntries(entries: readonly ZipEntry[], archiveBytes: number): void {
  const names = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    if (/^\/|^[a-z]:|(^|\/)\.\.(\/|$)/i.test(entry.name)) {
      throw new DocumentProblem('unsafe', 'The archive names a file outside of itself.');
    }
    if (/\p{Cc}/u.test(entry.name)) {
      throw new DocumentProblem('unsafe', 'The archive names a file with control characters.');
    }
    const name = entry.name.toLowerCase();
    if (names.has(name)) {
      throw new DocumentProblem('corrupt', 'The archive holds two files of the same name.');
    }
    names.add(name);
    total += entry.sizeBytes;
  }
  if (total > archiveBytes * ratioMax) {
    throw new DocumentProblem('unsafe', `The archive unpacks to over ${ratioMax} times its size.`);
  }
  if (total > inflatedBytesMax) {
    const megabytes = Math.round(total / 1_000_000);
    throw new DocumentProblem('too-large', `Unpacked, the document has ${megabytes} MB.`);
  }
}

/** Files stand one after the other before the directory; two that share bytes are the mark of a bomb. */
function checkPlaces(entries: readonly ZipEntry[], directoryAt: number): void {
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.headerAt - b.headerAt)) {
    if (entry.headerAt < free) {
      throw new DocumentProblem('unsafe', 'Files of the archive overlap each other.');
    }
    free = entry.headerAt + entry.packedBytes + 1;
  }
  if (free > directoryAt) throw broken();
}

function tooNew(): DocumentProblem {
  return new DocumentProblem(
    'unsupported-format',
    'The archive uses the ZIP64 extension, which documents of this size do not need.',
  );
}

function broken(): DocumentProblem {
  return new DocumentProblem('corrupt', 'The directory of the ZIP archive is damaged.');
}
