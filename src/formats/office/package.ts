import { DocumentProblem } from '../../core/problem.ts';
import { type DecodedXml, decodeXml } from '../xml/encoding.ts';
import { checkXml } from '../xml/gate.ts';
import { attributeOf, tagsOf } from '../xml/tags.ts';
import { unpack } from '../zip/entry.ts';
import { readZip, type Zip, type ZipEntry } from '../zip/zip.ts';

/** An Office file as an Open Packaging Conventions package (ECMA-376 Part 2): parts by name, with their media types. */
export interface OfficePackage {
  readonly zip: Zip;
  /** The media type of a part, '' where none is declared. */
  readonly typeOf: (name: string) => string;
  readonly entry: (name: string) => ZipEntry | undefined;
}

/** A pointer from one part to another, or out of the package. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The name of the part, without a leading slash; for an external one its address. */
  readonly target: string;
  readonly external: boolean;
}

/** Opens a package. Throws DocumentProblem, also where the archive is no package at all. */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const zip = readZip(bytes);
  const entries = new Map(zip.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const entry = (name: string): ZipEntry | undefined => entries.get(name.toLowerCase());
  const list = entry('[Content_Types].xml');
  if (!list) {
    throw new DocumentProblem('unsupported-format', `The file is ${describeArchive(zip)}.`);
  }
  return { zip, entry, typeOf: readTypes(readXml(zip, list).text) };
}

/** An XML part, decoded and found well-formed. Throws DocumentProblem. */
export function readXml(zip: Zip, entry: ZipEntry): DecodedXml {
  const decoded = decodeXml(unpack(zip, entry), entry.name);
  checkXml(decoded.text, entry.name);
  return decoded;
}

/** The relationships of a part, or of the package itself when `part` is ''. */
export function relationshipsOf(file: OfficePackage, part: string): readonly Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const entry = file.entry(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  if (!entry) return [];
  const relationships: Relationship[] = [];
  for (const tag of tagsOf(readXml(file.zip, entry).text)) {
    if (tag.kind === 'close' || tag.name !== 'rel:Relationship') continue;
    const external = attributeOf(tag, 'TargetMode') === 'External';
    const target = attributeOf(tag, 'Target') ?? '';
    const name = external ? target : resolved(target, part.slice(0, slash));
    const id = attributeOf(tag, 'Id') ?? '';
    relationships.push({ id, type: attributeOf(tag, 'Type') ?? '', target: name, external });
  }
  return relationships;
}

/** The parts to which a part points by a relationship of this kind, the last word of its type: `styles`. */
export function related(list: readonly Relationship[], kind: string): readonly string[] {
  return list
    .filter((item) => !item.external && item.type.endsWith(`/${kind}`))
    .map((item) => item.target);
}

/** What an archive is that holds no Office package, in words that follow "The file is". */
function describeArchive(zip: Zip): string {
  const names = zip.entries.map((entry) => entry.name);
  const mimetype = zip.entries.find((entry) => entry.name === 'mimetype');
  const type = mimetype ? new TextDecoder().decode(unpack(zip, mimetype)).trim() : '';
  if (type.includes('opendocument.text')) return 'an OpenDocument text (.odt)';
  if (type.includes('opendocument')) return 'an OpenDocument file';
  if (type.includes('epub')) return 'an electronic book (.epub)';
  if (names.some((name) => name.startsWith('Index/'))) return 'a Pages, Numbers or Keynote file';
  return 'a ZIP archive without a document in it';
}

function readTypes(xml: string): (name: string) => string {
  const byExtension = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const tag of tagsOf(xml)) {
    const type = attributeOf(tag, 'ContentType') ?? '';
    if (tag.name === 'ct:Default') {
      byExtension.set((attributeOf(tag, 'Extension') ?? '').toLowerCase(), type);
    } else if (tag.name === 'ct:Override') {
      byName.set((attributeOf(tag, 'PartName') ?? '').replace(/^\//, '').toLowerCase(), type);
    }
  }
  return (name) => {
    const key = name.toLowerCase();
    return byName.get(key) ?? byExtension.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
  };
}

/** A target is a relative reference to the folder of its source, or absolute within the package. */
function resolved(target: string, folder: string): string {
  const path = target.replaceAll('\\', '/');
  const names: string[] = [];
  for (const name of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
