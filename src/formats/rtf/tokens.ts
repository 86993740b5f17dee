/** A piece of RTF (Rich Text Format 1.9.1, "RTF syntax"), with its place in the source. */
export interface Token {
  readonly kind: 'open' | 'close' | 'word' | 'symbol' | 'byte' | 'text';
  readonly start: number;
  readonly end: number;
  /** The name of a control word, the character of a control symbol. */
  readonly name: string;
  /** The number behind a control word; the value of `\'hh`. */
  readonly parameter: number | undefined;
}

/** Cuts a source into tokens. Line ends are no part of an RTF text and give none. */
export function* tokensOf(source: string): Generator<Token> {
  let at = 0;
  while (at < source.length) {
    const token = tokenAt(source, at);
    at = token?.end ?? at + 1;
    if (token) yield token;
  }
}

function tokenAt(source: string, at: number): Token | undefined {
  const plain = { start: at, end: at + 1, name: '', parameter: undefined };
  switch (source.charAt(at)) {
    case '{':
      return { ...plain, kind: 'open' };
    case '}':
      return { ...plain, kind: 'close' };
    case '\\':
      return controlAt(source, at);
    case '\r':
    case '\n':
      return undefined;
    default:
      return { ...plain, kind: 'text', end: endOf(text, source, at) };
  }
}

const text = /[^\\{}\r\n]+/y;
const word = /\\([A-Za-z]{1,32})(-?\d{1,10})? ?/y;
const byte = /\\'([\dA-Fa-f]{2})/y;

function controlAt(source: string, start: number): Token {
  const control = matchAt(word, source, start);
  if (control) {
    const [whole, name = '', digits] = control;
    const parameter = digits === undefined ? undefined : Number(digits);
    const data = name === 'bin' ? Math.max(0, parameter ?? 0) : 0;
    const end = Math.min(start + whole.length + data, source.length);
    return { kind: 'word', start, end, name, parameter };
  }
  const hex = matchAt(byte, source, start);
  if (hex) {
    const parameter = Number.parseInt(hex[1] ?? '', 16);
    return { kind: 'byte', start, end: start + 4, name: '', parameter };
  }
  const end = Math.min(start + 2, source.length);
  return { kind: 'symbol', start, end, name: source.charAt(start + 1), parameter: undefined };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function endOf(pattern: RegExp, source: string, at: number): number {
  return at + (matchAt(pattern, source, at)?.[0].length ?? 1);
}
