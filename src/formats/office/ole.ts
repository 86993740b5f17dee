import { DocumentProblem } from '../../core/problem.ts';
import { viewOf } from '../zip/zip.ts';

/** Whether the bytes are an OLE compound file ([MS-CFB] 2.2): an old Office document, or an encrypted new one. */
export function isOle(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether the bytes are an Office document that is encrypted as a whole ([MS-OFFCRYPTO] 2.3). */
export function isEncrypted(bytes: Uint8Array): boolean {
  return isOle(bytes) && streamNames(bytes).has('EncryptedPackage');
}

/** Why an OLE file cannot be worked on: 'needs-password' or 'legacy-format'. */
export function oleProblem(bytes: Uint8Array): DocumentProblem {
  const streams = streamNames(bytes);
  if (streams.has('EncryptedPackage')) {
    return new DocumentProblem('needs-password', 'The document is encrypted.');
  }
  const found = legacy.find(([stream]) => streams.has(stream));
  return new DocumentProblem('legacy-format', `The file is ${found?.[1] ?? 'an old Office file'}.`);
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const legacy: readonly (readonly [string, string])[] = [
  ['WordDocument', 'a Word document in the format of Word 97 to 2003 (.doc)'],
  ['Workbook', 'an Excel workbook in the format of Excel 97 to 2003 (.xls)'],
  ['PowerPoint Document', 'a presentation in the format of PowerPoint 97 to 2003 (.ppt)'],
];

/** Sectors of a directory that are looked at; Office writes a handful. */
const directorySectorsMax = 1_000;
const entryBytes = 128;
const headerDifatEntries = 109;

/** The names in the directory of a compound file; those of a damaged one as far as they can be read. */
function streamNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  const view = viewOf(bytes);
  if (bytes.length < 512) return names;
  const sectorBytes = 1 << Math.min(view.getUint16(30, true), 12);
  let sector = view.getUint32(48, true);
  for (let seen = 0; seen < directorySectorsMax; seen += 1) {
    const start = (sector + 1) * sectorBytes;
    if (start + sectorBytes > bytes.length) break;
    for (let at = start; at < start + sectorBytes; at += entryBytes) names.add(nameAt(view, at));
    sector = nextSector(view, sector, sectorBytes);
  }
  return names;
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
  return new TextDecoder('utf-16le').decode(
    new Uint8Array(view.buffer, view.byteOffset + at, length),
  );
}

/** The chain goes through the allocation table, whose first 109 sectors the header lists ([MS-CFB] 2.3). */
function nextSector(view: DataView, sector: number, sectorBytes: number): number {
  const perSector = sectorBytes / 4;
  const tableIndex = Math.floor(sector / perSector);
  if (tableIndex >= headerDifatEntries) return noSector;
  const table = view.getUint32(76 + tableIndex * 4, true);
  const at = (table + 1) * sectorBytes + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : noSector;
}

const noSector = 0xffffffff;
