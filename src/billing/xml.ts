/** A finished piece of XML; nothing that is absent makes an element. */
export type Xml = string & { readonly brand: 'Xml' };

type Content = string | Xml | undefined | readonly (Xml | undefined)[];

/** An element with text or with children. Undefined when it would be empty, so that optional parts need no questions. */
export function element(
  name: string,
  content: Content,
  attributes: Readonly<Record<string, string>> = {},
): Xml | undefined {
  const inner = typeof content === 'string' ? escaped(content) : (content ?? []).join('');
  if (inner === '') return undefined;
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${head.join('')}>${inner}</${name}>` as Xml;
}

/** A whole document. */
export function xmlFile(root: Xml | undefined): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root ?? ''}\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Characters that XML 1.0 has no place for are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
