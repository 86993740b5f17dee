/**
 * The prefix by which this program knows a namespace, whatever prefix a document binds to it.
 * Transitional and strict documents (ISO/IEC 29500 Part 4 and Part 1) have different names for the same elements.
 */
const prefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
  'http://purl.oclc.org/ooxml/presentationml/main': 'p',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.microsoft.com/office/excel/2006/main': 'xm',
  'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main': 'x14',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.microsoft.com/office/drawing/2010/main': 'a14',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  // OpenDocument 1.0 to 1.4 (OASIS, ISO/IEC 26300) keep the same names; `loext` and `field` are what LibreOffice adds.
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:form:1.0': 'form',
  'urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0': 'dr3d',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg',
  'urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0': 'field',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

/** The namespaces in force at some place of an XML text. */
export interface Scope {
  /** `name` with this program's prefix: `w:p`. Elements of unknown namespaces get `?:`. */
  readonly element: (name: string) => string;
  /** The same for an attribute: without a prefix it is in no namespace. */
  readonly attribute: (name: string) => string;
  /** The namespace bound to a prefix, '' being the default one. */
  readonly namespaceOf: (prefix: string) => string | undefined;
  /** All prefixes bound here or further out, the nearest first; some may be bound twice. */
  readonly prefixes: () => Iterable<string>;
}

/** The scope inside an element that declares `declared`: prefix, '' for the default, to namespace. */
export function scopeWith(outer: Scope | undefined, declared: ReadonlyMap<string, string>): Scope {
  const known = new Map<string, string>();
  const namespaceOf = (prefix: string): string | undefined =>
    declared.get(prefix) ?? outer?.namespaceOf(prefix);
  const element = (name: string): string => {
    const seen = known.get(name);
    if (seen !== undefined) return seen;
    const resolved = resolve(name, namespaceOf);
    known.set(name, resolved);
    return resolved;
  };
  return {
    element,
    attribute: (name) => (name.includes(':') ? element(name) : name),
    namespaceOf,
    *prefixes() {
      yield* declared.keys();
      if (outer) yield* outer.prefixes();
    },
  };
}

export const outermost: Scope = scopeWith(
  undefined,
  new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]),
);

function resolve(name: string, namespaceOf: Scope['namespaceOf']): string {
  const colon = name.indexOf(':');
  const namespace = namespaceOf(colon < 0 ? '' : name.slice(0, colon)) ?? '';
  return `${prefixes[namespace] ?? '?'}:${name.slice(colon + 1)}`;
}
