import type { Family } from './office/main-part.ts';

/** What the first bytes of a file say it is, where they say so plainly. */
export interface Signature {
  readonly kind: 'zip' | 'ole' | 'pdf' | 'rtf' | 'foreign';
  /** As a person calls it, with its article: `a PDF`. */
  readonly title: string;
}

export function signatureOf(bytes: Uint8Array): Signature | undefined {
  const head = bytes.subarray(0, headBytes);
  const found = magic.find(({ marks }) => marks.every(([at, hex]) => holds(head, at, hex)));
  if (found && (found.isPlain || head.includes(0))) return found;
  const text = latin1(head).replace(/^\xEF\xBB\xBF/, '');
  return written.find(({ pattern }) => pattern.test(text));
}

/**
 * What a zip archive is, from the names in it; undefined for one that holds nothing known.
 * The names are found by their headers, so that a damaged archive is recognised too.
 */
export function zipKind(bytes: Uint8Array): ZipKind | undefined {
  const names = entryNames(bytes);
  // A document may be embedded in another, whose own names come first.
  for (const name of names) {
    const found = zipKinds.find(({ isNamed, isVague }) => !isVague && isNamed(name));
    if (found) return found;
  }
  return zipKinds.find(({ isNamed }) => names.some(isNamed));
}

export interface ZipKind {
  readonly kind: Family | 'writer' | 'foreign';
  readonly title: string;
}

/** Bytes as text, each a character of its own, so that patterns can be matched on them. */
export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

const headBytes = 1024;

/** Bytes in hexadecimal that stand at an offset. */
type Mark = readonly [at: number, hex: string];

interface Magic extends Signature {
  readonly marks: readonly Mark[];
  /** Whether the marks are enough; a text may begin with `GIF89a` or `ID3` too, but has no zero bytes. */
  readonly isPlain: boolean;
}

const magic: readonly Magic[] = [
  { kind: 'zip', title: 'a zip archive', marks: [[0, '504b0304']], isPlain: true },
  { kind: 'zip', title: 'a zip archive', marks: [[0, '504b0506']], isPlain: true },
  { kind: 'ole', title: 'an old Office file', marks: [[0, 'd0cf11e0a1b11ae1']], isPlain: true },
  { kind: 'pdf', title: 'a PDF', marks: [[0, '255044462d']], isPlain: true },
  ...foreign('a PostScript file', true, ['25215053']),
  ...foreign('a picture', true, ['89504e470d0a', 'ffd8ff', '49492a00', '4d4d002a']),
  ...foreign('a picture', false, ['474946383961', '474946383761', '38425053', '00000100']),
  ...within('a picture', [
    [
      [0, '52494646'],
      [8, '57454250'],
    ],
    [
      [0, '424d'],
      [6, '00000000'],
    ],
  ]),
  ...within('a picture', [[[4, '66747970686569']], [[4, '6674797061766966']]]),
  ...foreign('a sound recording', false, [
    '494433',
    '4f676753',
    '664c6143',
    'fffb',
    'fff3',
    '2321414d52',
  ]),
  ...within('a sound recording', [
    [
      [0, '52494646'],
      [8, '57415645'],
    ],
    [[4, '667479704d3441']],
  ]),
  ...foreign('a film', false, ['1a45dfa3', '000001ba', '000001b3', '3026b275']),
  ...within('a film', [
    [[4, '66747970']],
    [[4, '6d6f6f76']],
    [
      [0, '52494646'],
      [8, '41564920'],
    ],
  ]),
  ...foreign('a compressed archive', true, [
    '1f8b08',
    '377abcaf271c',
    '526172211a07',
    'fd377a585a00',
  ]),
  ...foreign('a compressed archive', true, ['425a6839314159265359', '28b52ffd']),
  ...foreign('a program', false, ['4d5a', '7f454c46', 'cffaedfe', 'cafebabe', '0061736d']),
  ...foreign('a database', false, ['53514c69746520666f726d6174203300']),
  ...foreign('a font', false, ['0001000000', '4f54544f', '774f4646', '774f4632', '74746366']),
  ...foreign('a WordPerfect document', true, ['ff575043']),
];

function foreign(title: string, isPlain: boolean, starts: readonly string[]): readonly Magic[] {
  return starts.map((hex) => ({ kind: 'foreign', title, marks: [[0, hex]], isPlain }));
}

function within(title: string, alternatives: readonly (readonly Mark[])[]): readonly Magic[] {
  return alternatives.map((marks) => ({ kind: 'foreign', title, marks, isPlain: false }));
}

/** Formats that are text themselves and say at the start which. */
const written: readonly (Signature & { readonly pattern: RegExp })[] = [
  { kind: 'rtf', title: 'an RTF document', pattern: /^\s*\{\\rtf/ },
  {
    kind: 'foreign',
    title: 'a drawing',
    pattern: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/,
  },
  {
    kind: 'foreign',
    title: 'a Word document saved as XML',
    pattern: /<\?mso-application progid="Word\.Document"/,
  },
];

function holds(bytes: Uint8Array, at: number, hex: string): boolean {
  for (let index = 0; index * 2 < hex.length; index += 1) {
    if (bytes[at + index] !== Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16))
      return false;
  }
  return true;
}

interface NamedKind extends ZipKind {
  readonly isNamed: (name: string) => boolean;
  /** Whether archives of other kinds have such a name too. */
  readonly isVague?: boolean;
}

const zipKinds: readonly NamedKind[] = [
  { kind: 'word', title: 'a Word document', isNamed: (name) => /^\/?word\//i.test(name) },
  {
    kind: 'presentation',
    title: 'a PowerPoint presentation',
    isNamed: (name) => /^\/?ppt\//i.test(name),
  },
  { kind: 'workbook', title: 'an Excel workbook', isNamed: (name) => /^\/?xl\//i.test(name) },
  { kind: 'foreign', title: 'a Visio drawing', isNamed: (name) => /^\/?visio\//i.test(name) },
  {
    kind: 'word',
    title: 'an Office document',
    isNamed: (name) => name === '[Content_Types].xml',
    isVague: true,
  },
  { kind: 'foreign', title: 'an e-book', isNamed: (name) => name === 'META-INF/container.xml' },
  {
    kind: 'foreign',
    title: 'a Pages, Numbers or Keynote document',
    isNamed: (name) => /^(?:Index\/Document\.iwa|Index\.zip|index\.(?:xml|apxl))$/.test(name),
  },
  {
    kind: 'writer',
    title: 'an OpenDocument file',
    isNamed: (name) => name === 'META-INF/manifest.xml' || name === 'content.xml',
    isVague: true,
  },
];

/** More entries than any honest document has; the kind shows in the first few. */
const entriesMax = 10_000;

/** The names in the local headers of an archive (APPNOTE 4.3.7), wherever they stand. */
function entryNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (
    let at = bytes.indexOf(0x50);
    at !== -1 && names.length < entriesMax;
    at = bytes.indexOf(0x50, at + 1)
  ) {
    if (at + 30 > bytes.length || view.getUint32(at) !== 0x504b0304) continue;
    const length = view.getUint16(at + 26, true);
    names.push(latin1(bytes.subarray(at + 30, at + 30 + Math.min(length, 300))));
  }
  return names;
}
