/** A character that the source says with a command, and how many units the saying has. */
export interface Said {
  readonly text: string;
  readonly length: number;
}

/** The character that begins at a place with a backslash: `\&`, `\'e`, `\v{s}`, `\ss`, `\ldots`. */
export function characterAt(source: string, at: number): Said | undefined {
  const escaped = matchAt(/\\([%&$#_{}])/y, source, at);
  if (escaped) return { text: escaped[1] ?? '', length: 2 };
  const space = matchAt(/\\(?:[,;: ]|\r?\n)/y, source, at);
  if (space) return { text: space[0] === '\\,' ? '\u2009' : ' ', length: space[0].length };
  if (source.startsWith('\\-', at)) return { text: '\u00AD', length: 2 };
  return accentAt(source, at) ?? symbolAt(source, at);
}

/** `--` and `---`, and `~` that keeps two words on one line. */
export function ligatureAt(source: string, at: number): Said | undefined {
  const [marks] = matchAt(/---?|~/y, source, at) ?? [];
  return marks === undefined ? undefined : { text: ligatures[marks] ?? '', length: marks.length };
}

/** Quotation marks are typed with grave accents and apostrophes; who writes a text sees them straight. */
export function quoteAt(source: string, at: number): Said | undefined {
  const [marks] = matchAt(/``|''|`/y, source, at) ?? [];
  return marks === undefined
    ? undefined
    : { text: marks === '`' ? "'" : '"', length: marks.length };
}

const ligatures: Readonly<Record<string, string>> = { '---': '—', '--': '–', '~': '\u00A0' };

function accentAt(source: string, at: number): Said | undefined {
  const match =
    matchAt(/\\(['"`^~=.])\s*(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))/y, source, at) ??
    matchAt(/\\([cvuHrkdb])(?:\s*\{\\?([A-Za-z])\}|\s+([A-Za-z]))/y, source, at);
  const mark = accents[match?.[1] ?? ''];
  const letter = match?.[2] ?? match?.[3];
  if (!match || mark === undefined || letter === undefined) return undefined;
  const text = `${letter}${mark}`.normalize('NFC');
  return { text, length: match[0].length };
}

/** The white space behind the name of a command belongs to it, and so do the braces that end it. */
function symbolAt(source: string, at: number): Said | undefined {
  const match = matchAt(/\\([A-Za-z]+)(?:\s*\{\}|[ \t]*(?:\r?\n[ \t]*)?(?![\r\n]))/y, source, at);
  const text = symbols.get(match?.[1] ?? '');
  return match && text !== undefined ? { text, length: match[0].length } : undefined;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

const accents: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '"': '\u0308',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030C',
  u: '\u0306',
  H: '\u030B',
  r: '\u030A',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
};

const symbols: ReadonlyMap<string, string> = new Map([
  ['ss', 'ß'],
  ['ae', 'æ'],
  ['AE', 'Æ'],
  ['oe', 'œ'],
  ['OE', 'Œ'],
  ['o', 'ø'],
  ['O', 'Ø'],
  ['l', 'ł'],
  ['L', 'Ł'],
  ['aa', 'å'],
  ['AA', 'Å'],
  ['i', 'ı'],
  ['S', '§'],
  ['P', '¶'],
  ['copyright', '©'],
  ['pounds', '£'],
  ['euro', '€'],
  ['texteuro', '€'],
  ['ldots', '…'],
  ['dots', '…'],
  ['textellipsis', '…'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textquoteright', '’'],
  ['textquoteleft', '‘'],
  ['textquotedblleft', '“'],
  ['textquotedblright', '”'],
  ['textbackslash', '\\'],
  ['textasciitilde', '~'],
  ['textasciicircum', '^'],
  ['textdegree', '°'],
  ['textregistered', '®'],
  ['texttrademark', '™'],
  ['slash', '/'],
  ['quad', ' '],
  ['qquad', ' '],
  ['enspace', ' '],
  ['thinspace', ' '],
  ['LaTeX', 'LaTeX'],
  ['TeX', 'TeX'],
  ['LaTeXe', 'LaTeX2e'],
]);
