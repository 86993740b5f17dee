import { strToU8, unzipSync, zipSync } from 'fflate';

const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const mainNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Parts of a package by name; a string is written as UTF-8. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A Word document with these parts besides what every package needs; any part may be given to replace that. */
export function wordFile(parts: Parts): Uint8Array {
  const related = Object.keys(parts).flatMap((name) => {
    const kind = kindOf(name);
    return kind === undefined || kind === 'document' ? [] : [{ kind, target: name.slice(5) }];
  });
  return zipped({
    '[Content_Types].xml': contentTypes(Object.keys(parts)),
    '_rels/.rels': relationships([{ kind: 'officeDocument', target: 'word/document.xml' }]),
    'word/_rels/document.xml.rels': relationships(related),
    ...parts,
  });
}

/** A document whose body is this XML, with the usual prefix. */
export function wordFileOf(body: string, parts: Parts = {}): Uint8Array {
  return wordFile({ 'word/document.xml': documentXml(body), ...parts });
}

export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${mainNamespace}"><w:body>${body}</w:body></w:document>`;
}

/** A part of another kind with this content: a header, a footer, notes, comments. */
export function partXml(
  root: 'hdr' | 'ftr' | 'footnotes' | 'endnotes' | 'comments',
  content: string,
): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${mainNamespace}">${content}</w:${root}>`;
}

export function zipped(parts: Parts): Uint8Array {
  const bytes = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part] as const,
  );
  return zipSync(Object.fromEntries(bytes), { mtime: '2026-01-02T03:04:06' });
}

/** The parts of a package, unpacked by another program than the one tested. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes);
}

export function mainXmlOf(bytes: Uint8Array): string {
  return xmlOf(bytes, 'word/document.xml');
}

export function xmlOf(bytes: Uint8Array, part: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(partsOf(bytes)[part]);
}

/** The names of the parts that differ between two packages, missing ones included. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [left, right] = [partsOf(before), partsOf(after)];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return names.filter((name) => !sameBytes(left[name], right[name]));
}

function sameBytes(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  return left !== undefined && right !== undefined && Buffer.compare(left, right) === 0;
}

/** `header` for `word/header1.xml`. */
function kindOf(name: string): string | undefined {
  return /^word\/([a-z]+)\d*\.xml$/i.exec(name)?.[1];
}

function contentTypes(names: readonly string[]): string {
  const overrides = names.flatMap((name) => {
    const kind = kindOf(name);
    if (kind === undefined || kind === 'document') return [];
    return [`<Override PartName="/${name}" ContentType="${wordTypes}.${kind}+xml"/>`];
  });
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${wordTypes}.document.main+xml"/>${overrides.join('')}</Types>`;
}

export function relationships(
  list: readonly { readonly kind: string; readonly target: string }[],
): string {
  const items = list.map(
    ({ kind, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationshipType}${kind}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}
