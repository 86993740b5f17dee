import { DocumentProblem } from '../../core/problem.ts';
import { readXml } from '../office/package.ts';
import { decodeXml } from '../xml/encoding.ts';
import { checkXml } from '../xml/gate.ts';
import { attributeOf, tagsOf } from '../xml/tags.ts';
import { unpack } from '../zip/entry.ts';
import { replaceEntries } from '../zip/splice.ts';
import { readZip, type Zip, type ZipEntry } from '../zip/zip.ts';

/** One XML text of a document, with what stands in it. */
export interface OdtPart {
  /** As the package calls it; '' for a flat document, which has no package. */
  readonly name: string;
  readonly xml: string;
  readonly encode: (xml: string) => Uint8Array;
}

/** An OpenDocument text: a package (ODF 1.3 Part 2) or one flat XML file (Part 3, 3.1.2). */
export interface OdtFile {
  readonly bytes: Uint8Array;
  /** Undefined for a flat document. */
  readonly zip: Zip | undefined;
  /** The text, and where there is one the part with styles, headers and footers. */
  readonly content: OdtPart;
  readonly styles: OdtPart | undefined;
}

/** Opens a file. Throws DocumentProblem for everything that is not an unsigned, unencrypted OpenDocument text. */
export function openOdtFile(bytes: Uint8Array): OdtFile {
  const file = isZip(bytes) ? openPackage(bytes) : openFlat(bytes);
  checkRoot(file);
  return file;
}

/** The XML that holds the settings of a document, '' where there is none. Throws DocumentProblem. */
export function settingsOf({ zip, content }: OdtFile): string {
  if (zip) return textOf(zip, 'settings.xml');
  return content.xml.slice(0, content.xml.search(/<(?:[\w.-]+:)?body\b/));
}

/** The bytes of the file with parts replaced; every other entry, `mimetype` the first of them, stays as it was. */
export function withParts(file: OdtFile, changed: ReadonlyMap<OdtPart, string>): Uint8Array {
  const { bytes, zip } = file;
  const contents = new Map<ZipEntry, Uint8Array>();
  for (const [part, xml] of changed) {
    const content = part.encode(xml);
    if (!zip) return content;
    const entry = zip.entries.find(({ name }) => name === part.name);
    if (!entry) throw new Error(`the package has no ${part.name}`);
    contents.set(entry, content);
  }
  return zip && contents.size > 0 ? replaceEntries(zip, contents) : bytes;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function openFlat(bytes: Uint8Array): OdtFile {
  const { text, encode } = decodeXml(bytes, 'document');
  checkXml(text, 'document');
  return { bytes, zip: undefined, content: { name: '', xml: text, encode }, styles: undefined };
}

function openPackage(bytes: Uint8Array): OdtFile {
  const zip = readZip(bytes);
  const entry = (name: string): ZipEntry | undefined =>
    zip.entries.find((each) => each.name === name);
  refuseEncrypted(textOf(zip, 'META-INF/manifest.xml'));
  if (/<(?:[\w.-]+:)?Signature\b/.test(textOf(zip, 'META-INF/documentsignatures.xml'))) {
    throw new DocumentProblem('signed', 'The document carries a digital signature.');
  }
  const mimetype = entry('mimetype');
  if (mimetype) refuseOthers(new TextDecoder().decode(unpack(zip, mimetype)).trim());
  const [content, styles] = [entry('content.xml'), entry('styles.xml')];
  if (!content) throw new DocumentProblem('corrupt', 'The package does not hold a text.');
  return {
    bytes,
    zip,
    content: partOf(zip, content),
    styles: styles && partOf(zip, styles),
  };
}

function partOf(zip: Zip, entry: ZipEntry): OdtPart {
  const { text, encode } = readXml(zip, entry);
  return { name: entry.name, xml: text, encode };
}

/** A file of an encrypted package has how it is encrypted in the manifest (ODF 1.3 Part 2, 4.8). */
function refuseEncrypted(manifest: string): void {
  if (/<(?:[\w.-]+:)?encryption-data\b/.test(manifest)) {
    throw new DocumentProblem('needs-password', 'The document is encrypted with a password.');
  }
}

/**
 * The text of a file that is only looked through, '' where there is none. It passes no gate: the manifest that
 * OpenOffice 2 wrote has a DOCTYPE, and nothing that is declared in one is ever resolved.
 */
function textOf(zip: Zip, name: string): string {
  const entry = zip.entries.find((each) => each.name === name);
  return entry ? decodeXml(unpack(zip, entry), name).text : '';
}

/** Media types of OpenDocument (ODF 1.3 Part 3, appendix C) that are no text, and what a person calls such a file. */
const others: readonly (readonly [RegExp, string])[] = [
  [/text-master/, 'an OpenDocument master document, whose chapters are files of their own'],
  [/spreadsheet/, 'an OpenDocument spreadsheet'],
  [/presentation/, 'an OpenDocument presentation'],
  [/graphics|image/, 'an OpenDocument drawing'],
  [/formula/, 'an OpenDocument formula'],
  [/chart/, 'an OpenDocument chart'],
  [/database|base/, 'an OpenDocument database'],
];

function refuseOthers(mediaType: string): void {
  if (/vnd\.sun\.xml/.test(mediaType)) {
    throw new DocumentProblem('legacy-format', 'The file is in the format of OpenOffice 1 (.sxw).');
  }
  const other = others.find(([pattern]) => pattern.test(mediaType));
  if (other) throw new DocumentProblem('unsupported-format', `The file is ${other[1]}.`);
}

/** Elements that hold the content of a document that is no text. */
const otherBodies: ReadonlySet<string> = new Set([
  'office:spreadsheet',
  'office:presentation',
  'office:drawing',
  'office:chart',
  'office:image',
  'office:database',
]);

function checkRoot(file: OdtFile): void {
  const wanted = file.zip ? 'office:document-content' : 'office:document';
  let isRoot = true;
  for (const tag of tagsOf(file.content.xml)) {
    if (isRoot && tag.name !== wanted) break;
    if (isRoot) refuseOthers(attributeOf(tag, 'office:mimetype') ?? '');
    isRoot = false;
    if (tag.name === 'office:text') return;
    if (otherBodies.has(tag.name)) refuseOthers(tag.name.slice('office:'.length));
  }
  throw new DocumentProblem('corrupt', 'The document does not hold an OpenDocument text.');
}
