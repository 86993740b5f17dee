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

/** Whether LibreOffice can make a .docx of it: Word 97 to 2003, and Works. */
export function isOldWord(fileName: string, bytes: Uint8Array): boolean {
  if (!isOle(bytes)) return false;
  const streams = streamNames(bytes);
  if (streams.has('EncryptedPackage') || isProtected(bytes)) return false;
  return streams.has('WordDocument') || (/\.wps$/i.test(fileName) && streams.has('CONTENTS'));
}

/** Whether it is one of those with a password. */
export function isProtectedWord(bytes: Uint8Array): boolean {
  return isOle(bytes) && isProtected(bytes);
}

/** What the report says of a document that was converted. */
export const conversionWarning =
  'The document is in an old format. LibreOffice made a .docx of it, and the corrections are in that; please look whether it still looks as it should.';

/** Why an OLE file cannot be worked on: 'needs-password' or 'legacy-format'. */
export function oleProblem(bytes: Uint8Array): DocumentProblem {
  const streams = streamNames(bytes);
  if (streams.has('EncryptedPackage')) {
    return new DocumentProblem('needs-password', 'The document is encrypted.');
  }
  if (isProtected(bytes)) {
    return new DocumentProblem(
      'needs-password',
      'It is an old Word document (.doc). Such a one is opened with its password where LibreOffice is installed; otherwise ask for a .docx.',
    );
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

function streamNames(bytes: Uint8Array): ReadonlySet<string> {
  return new Set(entriesOf(bytes).map(({ name }) => name));
}

/** A stream and the sector where it begins. */
interface Entry {
  readonly name: string;
  readonly sector: number;
}

/** The directory of a compound file; that of a damaged one as far as it can be read. */
function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const entries: Entry[] = [];
  const view = viewOf(bytes);
  if (bytes.length < 512) return entries;
  const sectorBytes = sectorBytesOf(view);
  let sector = view.getUint32(48, true);
  for (let seen = 0; seen < directorySectorsMax; seen += 1) {
    const start = (sector + 1) * sectorBytes;
    if (start + sectorBytes > bytes.length) break;
    for (let at = start; at < start + sectorBytes; at += entryBytes) {
      entries.push({ name: nameAt(view, at), sector: view.getUint32(at + 116, true) });
    }
    sector = nextSector(view, sector, sectorBytes);
  }
  return entries;
}

/** The flag in the header of a Word document that says it is encrypted or obfuscated ([MS-DOC] 2.5.2). */
function isProtected(bytes: Uint8Array): boolean {
  const entry = entriesOf(bytes).find(({ name }) => name === 'WordDocument');
  if (!entry) return false;
  const view = viewOf(bytes);
  const at = (entry.sector + 1) * sectorBytesOf(view);
  if (at + 12 > bytes.length || view.getUint16(at, true) !== 0xa5ec) return false;
  return (view.getUint16(at + 10, true) & 0x0100) !== 0;
}

function sectorBytesOf(view: DataView): number {
  return 1 << Math.min(view.getUint16(30, true), 12);
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
