import fc from 'fast-check';

/** One thing done to bytes. `at` and `to` are places as parts of the whole, from 0 to 1. */
export interface Mutation {
  readonly kind: 'flip' | 'set' | 'cut' | 'repeat' | 'insert' | 'end' | 'swap' | 'splice';
  readonly at: number;
  readonly to: number;
  /** Which byte, or which token, counted on. */
  readonly which: number;
}

const part = fc.double({ min: 0, max: 1, noNaN: true });

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...(['flip', 'set', 'cut', 'repeat', 'insert', 'end', 'swap', 'splice'] as const),
    ),
    at: part,
    to: part,
    which: fc.nat(10_000),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Cut, repeated and swapped stretches are no longer than this; most of a document stays readable. */
const stretchMax = 200;

/** The bytes with all of it done to them; `other` is what is spliced in. */
export function mutated(
  bytes: Uint8Array,
  all: readonly Mutation[],
  other: Uint8Array,
): Uint8Array {
  return all.reduce((so, mutation) => once(so, mutation, other), bytes);
}

function once(bytes: Uint8Array, { kind, at, to, which }: Mutation, other: Uint8Array): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const end = Math.min(bytes.length, place + 1 + Math.floor(to * stretchMax));
  switch (kind) {
    case 'flip':
      return withByte(bytes, place, (bytes[place] ?? 0) ^ (1 << (which % 8)));
    case 'set':
      return withByte(bytes, place, interesting[which % interesting.length] ?? 0);
    case 'cut':
      return joined(bytes.subarray(0, place), bytes.subarray(end));
    case 'repeat': {
      const stretch = bytes.subarray(place, end);
      const times = which % 50;
      return joined(bytes.subarray(0, end), ...Array(times).fill(stretch), bytes.subarray(end));
    }
    case 'insert':
      return joined(bytes.subarray(0, place), token(which), bytes.subarray(place));
    case 'end':
      return bytes.subarray(0, place);
    case 'swap':
      return joined(bytes.subarray(0, place), bytes.subarray(end), bytes.subarray(place, end));
    case 'splice': {
      const start = Math.floor(to * other.length);
      const stretch = other.subarray(start, start + stretchMax);
      return joined(bytes.subarray(0, place), stretch, bytes.subarray(place));
    }
  }
}

const interesting = [
  0, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x27, 0x3c, 0x3e, 0x5c, 0x7b, 0x7d, 0x80, 0xc3, 0xfe, 0xff,
];

/** What parsers stumble over: ends, beginnings, numbers out of range, names that mean something elsewhere. */
const tokens = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '&nbsp;',
  '&amp',
  '\uFEFF',
  '\uD83D\uDE00',
  'e\u0301',
  '\u202E',
  '\u0000',
  '<w:p>',
  '</w:p>',
  '<w:r><w:t>x</w:t></w:r>',
  '<w:ins w:id="99999999999999999999">',
  '<w:del w:id="-1">',
  '<w:fldChar w:fldCharType="begin"/>',
  '<text:p>',
  '<text:s text:c="1000000000"/>',
  '<text:tracked-changes>',
  '<a:t>',
  '<t xml:space="preserve"> </t>',
  '{',
  '}',
  '\\',
  '\\u-10',
  '\\bin99999999 ',
  '\\uc9',
  "\\'",
  '{\\*\\',
  '\\begin{verbatim}',
  '$',
  '%',
  '\\item',
  '---\n',
  '```',
  '[^1]: ',
  '| - |',
  '<!-- -->',
  '<script>',
  '</html>',
  '<meta charset="utf-7">',
  '--',
  'Content-Type: multipart/mixed; boundary=""\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '=?utf-8?q?=',
  '=\r\n',
  '1\n00:00:00,000 --> 99:99:99,999\n',
  'WEBVTT\n',
  ':61:',
  ':86:',
  '-}',
  '{1:',
  '<STMTTRN>',
  '<Ntry>',
  '88,',
  '99,',
  '16,',
  '9999999999999999999999',
  '-0',
  '1e309',
  'NaN',
  '__proto__',
  'constructor',
  '&a',
  '*a',
  '!!js/function',
  '<<:',
  '? ',
  '\t',
] as const;

function token(which: number): Uint8Array {
  const text = tokens[which % tokens.length] ?? '';
  const times = which % 97 === 0 ? 2_000 : 1;
  return new TextEncoder().encode(text.repeat(times));
}

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (at < copy.length) copy[at] = value;
  return copy;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
