import { SaxesParser } from 'saxes';

/** An element with its names resolved: `w:` for WordprocessingML, whatever prefix the file has. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Short names for the namespaces that the judge speaks of; others stand with their whole address. */
const shortNames = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** Reads XML into a tree. Throws when it is not well-formed. Declarations of prefixes are no attributes here. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement & { children: XmlNode[] } = emptyElement('', new Map());
  const open = [root];
  const add = (node: XmlNode): void => {
    open.at(-1)?.children.push(node);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element = emptyElement(
      nameOf(uri, local),
      new Map(
        Object.values(attributes)
          .filter((attribute) => attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
          .map((attribute) => [nameOf(attribute.uri, attribute.local), attribute.value]),
      ),
    );
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  return root;
}

/** Decodes XML by its byte order mark; without one it is UTF-8, as in every document that Word writes. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** All elements below this one, in document order. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** The element as one string that is equal for equal trees; names in `without` are left out. */
export function canonical(element: XmlElement, without: ReadonlySet<string>): string {
  const inner = element.children
    .map((child) => {
      if (typeof child === 'string') return child.trim() === '' ? '' : child;
      return without.has(child.name) ? '' : canonical(child, without);
    })
    .join('');
  return `${openTag(element)}${inner}</>`;
}

/** Name and attributes, sorted. */
export function openTag({ name, attributes }: XmlElement): string {
  const pairs = [...attributes].map(([key, value]) => `${key}=${JSON.stringify(value)}`).sort();
  return `<${[name, ...pairs].join(' ')}>`;
}

function emptyElement(
  name: string,
  attributes: ReadonlyMap<string, string>,
): XmlElement & { children: XmlNode[] } {
  return { name, attributes, children: [] };
}

function nameOf(uri: string, local: string): string {
  if (uri === '') return local;
  return `${shortNames.get(uri) ?? uri}:${local}`;
}
