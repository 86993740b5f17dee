import type { Splice } from '../encoding.ts';
import { replaceEntries } from '../zip/splice.ts';
import type { ZipEntry } from '../zip/zip.ts';
import { type OfficePackage, readXml } from './package.ts';

/** A part whose text is edited. Places in all parts of a document are counted so that no two share a number. */
export interface TextPart {
  readonly entry: ZipEntry;
  readonly xml: string;
  readonly encode: (xml: string) => Uint8Array;
  /** The number of its first unit. */
  readonly base: number;
}

/** Reads the parts of a document one after the other, each once. */
export interface PartReader {
  /** The part of this name; undefined where it is missing or was read before. Throws DocumentProblem. */
  readonly read: (name: string) => TextPart | undefined;
  readonly parts: readonly TextPart[];
}

export function newPartReader(file: OfficePackage): PartReader {
  const parts: TextPart[] = [];
  return {
    parts,
    read: (name) => {
      const entry = file.entry(name);
      if (!entry || parts.some((part) => part.entry === entry)) return undefined;
      const { text: xml, encode } = readXml(file.zip, entry);
      const part = { entry, xml, encode, base: parts.length * partUnitsMax };
      parts.push(part);
      return part;
    },
  };
}

/** More than any part has. */
const partUnitsMax = 2 ** 32;

/** What more must change in a part where its text does: places count from the start of its XML. */
export type Mending = (xml: string, splices: readonly Splice[]) => readonly Splice[];

/** The package with the splices made, which must be sorted and apart; the same bytes where there are none. */
export function splicedParts(
  file: OfficePackage,
  { parts, mend }: { readonly parts: readonly TextPart[]; readonly mend: Mending },
  splices: readonly Splice[],
): Uint8Array {
  if (splices.length === 0) return file.zip.bytes;
  const contents = new Map<ZipEntry, Uint8Array>();
  let next = 0;
  for (const { entry, xml, encode, base } of parts) {
    const own: Splice[] = [];
    for (; next < splices.length; next += 1) {
      const splice = splices[next];
      if (!splice || splice.source.start >= base + xml.length) break;
      own.push(moved(splice, -base));
    }
    if (own.length > 0) contents.set(entry, encode(spliced(xml, mend(xml, own))));
  }
  return replaceEntries(file.zip, contents);
}

function moved({ source, text }: Splice, by: number): Splice {
  return { source: { start: source.start + by, end: source.end + by }, text };
}

function spliced(xml: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { source, text } of splices) {
    pieces.push(xml.slice(position, source.start), text);
    position = source.end;
  }
  return [...pieces, xml.slice(position)].join('');
}
