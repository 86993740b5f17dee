import { strToU8, unzipSync, zipSync } from 'fflate';

/** Parts of a package by name; a string is written as UTF-8. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

const namespaces = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
};

const declarations = Object.entries(namespaces)
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ');

const mediaType = 'application/vnd.oasis.opendocument.text';

/** An OpenDocument package with these parts besides what every one needs; any part may be given to replace that. */
export function odtFile(parts: Parts): Uint8Array {
  const names = Object.keys(parts).filter((name) => /^\w+\.xml$/.test(name));
  const list = { 'META-INF/manifest.xml': manifest('', names) };
  return zipped({ mimetype: mediaType, ...parts, ...list, ...parts });
}

/** A document whose text is this XML, with the usual prefixes; `styles` are its automatic ones. */
export function odtFileOf(
  body: string,
  parts: Parts & { readonly automatic?: string } = {},
): Uint8Array {
  const { automatic = '', ...others } = parts;
  return odtFile({ 'content.xml': contentXml(body, automatic), ...others });
}

export function contentXml(body: string, automatic = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${declarations}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** The styles part with these headers and footers on its one page style. */
export function stylesXml(page: string, common = ''): string {
  return `<office:document-styles ${declarations}><office:styles>${common}</office:styles><office:master-styles><style:master-page style:name="Standard">${page}</style:master-page></office:master-styles></office:document-styles>`;
}

/** A whole document in one XML file. */
export function flatXml(body: string, page = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${declarations} office:mimetype="${mediaType}"><office:styles/><office:master-styles><style:master-page style:name="Standard">${page}</style:master-page></office:master-styles><office:body><office:text>${body}</office:text></office:body></office:document>`;
}

/** The list of what is in a package, which LibreOffice believes; `content` stands in each of its entries. */
export function manifest(content = '', names: readonly string[] = ['content.xml']): string {
  const entries = names.map(
    (name) =>
      `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml">${content}</manifest:file-entry>`,
  );
  return `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}"/>${entries.join('')}</manifest:manifest>`;
}

/** A package as its standard has it: `mimetype` first, and not packed. */
export function zipped(parts: Parts): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => {
    const bytes = typeof part === 'string' ? strToU8(part) : part;
    return [name, [bytes, { level: name === 'mimetype' ? 0 : 6 }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0], {
    mtime: '2026-01-02T03:04:06',
  });
}

/** The XML of a part, unpacked by another program than the one tested. */
export function partXml(bytes: Uint8Array, name: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(unzipSync(bytes)[name]);
}

/** The names of the parts that differ between two packages, missing ones included. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [left, right] = [unzipSync(before), unzipSync(after)];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return names.filter((name) => !isSame(left[name], right[name]));
}

function isSame(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  return left !== undefined && right !== undefined && Buffer.compare(left, right) === 0;
}
