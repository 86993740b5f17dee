/** The text of an element and the way back to the XML: `offsets[i]` is where unit `i` begins, the last one the end. */
export interface MappedText {
  readonly text: string;
  readonly offset: (unit: number) => number;
}

/**
 * The text between `start` and `end`, which must hold no tag. White space is a space each, as readers show it;
 * CR LF is one line break (XML 1.0, 2.11).
 */
export function mappedText(xml: string, start: number, end: number): MappedText {
  const raw = xml.slice(start, end);
  if (!/[&\r]/.test(raw)) return { text: spaced(raw), offset: (unit) => start + unit };
  const units: string[] = [];
  const offsets: number[] = [];
  for (const match of raw.matchAll(/&[^;]*;|\r\n|[\s\S]/g)) {
    const [token] = match;
    const text = token.startsWith('&') ? unescapeXml(token) : spaced(token.slice(0, 1));
    for (const unit of text.split('')) {
      units.push(unit);
      offsets.push(start + match.index);
    }
  }
  offsets.push(end);
  return { text: units.join(''), offset: (unit) => offsets[unit] ?? end };
}

/** Text with its five named entities and its character references resolved (XML 1.0, 4.1 and 4.6). */
export function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return named[body] ?? whole;
    const isHex = /^#x/i.test(body);
    const code = Number.parseInt(body.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Text that is broken up by comments, instructions or CDATA sections: it is read, and left alone. */
export function textWithSections(raw: string): string {
  const plain = raw.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  return plain
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<') ? part.slice(9, -3) : unescapeXml(part)))
    .join('')
    .replace(/[\t\r\n]/g, ' ');
}

/** Text as it may stand in an element. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => escapes[character] ?? character);
}

/** Text as it may stand in an attribute between double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Whether there is nothing but white space between two places. Looks no further than the first sign. */
export function isBlank(xml: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && xml.charCodeAt(at) <= 0x20) at += 1;
  return at >= to;
}

function spaced(raw: string): string {
  return raw.replace(/[\t\r\n]/g, ' ');
}
