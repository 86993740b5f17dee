import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { decodeXml, elementsOf, parseXml } from './xml.ts';

/** The parts of a Word document. */
export interface Parts {
  readonly all: Readonly<Record<string, Uint8Array>>;
  /** The names of the parts with text: the main part, then notes, headers and footers that it points to. */
  readonly texts: readonly string[];
}

/** Unpacks a document and finds its parts with text by relationship. Throws when that is not possible. */
export function readParts(bytes: Uint8Array): Parts {
  const all = unzipSync(bytes);
  const main = targetsOf(all, '', /\/officeDocument$/)[0];
  if (main === undefined) throw new Error('it has no main part');
  const others = targetsOf(all, main, /\/(?:footnotes|endnotes|header|footer)$/);
  return { all, texts: [...new Set([main, ...others])] };
}

/** The parts of the package to which a part points, or the package itself where `part` is ''. */
export function targetsOf(all: Parts['all'], part: string, type: RegExp): readonly string[] {
  const base = `http://package/${part}`;
  const file = new URL(`_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`, base).pathname;
  const relationships = all[namedLike(all, file) ?? ''];
  if (!relationships) return [];
  return [...elementsOf(parseXml(decodeXml(relationships)))].flatMap(({ attributes }) => {
    if (!type.test(attributes.get('Type') ?? '')) return [];
    return namedLike(all, new URL(attributes.get('Target') ?? '', base).pathname) ?? [];
  });
}

/** Names of parts differ by more than their case. */
function namedLike(all: Parts['all'], path: string): string | undefined {
  const wanted = decodeURI(path).slice(1).toLowerCase();
  return Object.keys(all).find((name) => name.toLowerCase() === wanted);
}

/** One line of the archive's directory. */
interface DirectoryEntry {
  readonly name: string;
  readonly crc: number;
  readonly flags: number;
  readonly headerAt: number;
}

const endSignature = 0x06054b50;
const followsFlag = 8;

/**
 * What is wrong with an archive though a lenient reader unpacks it: a checksum that does not fit, a file's own header
 * that says otherwise than the directory. Undefined when all is well.
 */
export function archiveFault(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unpacked = unzipSync(bytes);
  for (const entry of directoryOf(view)) {
    const content = unpacked[entry.name];
    if (!content) return `${entry.name} is in the directory and cannot be unpacked`;
    if (crc32(content) !== entry.crc) return `${entry.name} has another checksum than it says`;
    const own = view.getUint32(entry.headerAt + 14, true);
    const follows = (entry.flags & followsFlag) !== 0;
    if (!follows && own !== entry.crc) return `the header of ${entry.name} has another checksum`;
  }
  return undefined;
}

function directoryOf(view: DataView): readonly DirectoryEntry[] {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1;
  const entries: DirectoryEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const nameBytes = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(
        new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes),
      ),
      crc: view.getUint32(at + 16, true),
      flags: view.getUint16(at + 8, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
