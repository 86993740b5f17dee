import type { Tag } from '../xml/tags.ts';

/** The namespaces in which this program writes (ODF 1.3 Part 3, 1.4). */
const namespaces = {
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
} as const;

type Known = keyof typeof namespaces;

/** How a new element is named: `open` follows the `<`; attributes of the same namespace take `prefix`, with its colon. */
interface ElementName {
  readonly name: string;
  readonly open: string;
  readonly prefix: string;
}

/** The name of a new element within `around`, declaring a prefix where the document has none for the namespace there. */
export function elementName(around: Tag, namespace: Known, local: string): ElementName {
  const { scope } = around;
  for (const known of scope.prefixes()) {
    if (known === '' || scope.namespaceOf(known) !== namespaces[namespace]) continue;
    return { name: `${known}:${local}`, open: `${known}:${local}`, prefix: `${known}:` };
  }
  const prefix = `proofdesk-${namespace}:`;
  const name = prefix + local;
  const declaration = `xmlns:proofdesk-${namespace}="${namespaces[namespace]}"`;
  return { name, open: `${name} ${declaration}`, prefix };
}
