import { decodedWords } from './encoded-words.ts';

/** The header of a message or of a part of one: values by field name in lower case, lines unfolded. */
export type Header = ReadonlyMap<string, string>;

/** A value such as `text/plain; charset=utf-8`: what stands first, in lower case, and the parameters by name. */
export interface Parameterised {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads a header (RFC 5322, section 2.2); of a field that comes twice the first counts. */
export function headerOf(raw: string): Header {
  const fields = new Map<string, string>();
  for (const field of raw
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')) {
    const colon = field.indexOf(':');
    const name = field.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, field.slice(colon + 1).trim());
  }
  return fields;
}

/** Reads a value with parameters (RFC 2045, section 5.1, and RFC 2231). */
export function parameterised(raw: string): Parameterised {
  const value = /^[^;]*/.exec(raw)?.[0].trim().toLowerCase() ?? '';
  const pieces = new Map<string, Piece[]>();
  for (const match of raw.slice(value.length).matchAll(parameter)) {
    const [, name = '', index = '0', star, quoted, token = ''] = match;
    const key = name.toLowerCase();
    const text = quoted === undefined ? token.trim() : quoted.replace(/\\(["\\])/g, '$1');
    const list = pieces.get(key) ?? [];
    list.push({ index: Number(index), text, isEncoded: star !== undefined });
    pieces.set(key, list);
  }
  const parameters = new Map([...pieces].map(([name, list]) => [name, joinedPieces(list)]));
  return { value, parameters };
}

/** A parameter may come in numbered pieces, some of them percent-encoded. */
interface Piece {
  readonly index: number;
  readonly text: string;
  readonly isEncoded: boolean;
}

const parameter =
  /;\s*([\w!#$&+.^`{|}~-]+?)(?:\*(\d{1,3}))?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

function joinedPieces(list: readonly Piece[]): string {
  const sorted = [...list].sort((a, b) => a.index - b.index);
  if (!sorted.some(({ isEncoded }) => isEncoded)) {
    return decodedWords(sorted.map(({ text }) => text).join(''));
  }
  const [, charset = 'utf-8', first] =
    /^([\w.-]*)'[^']*'([\s\S]*)$/.exec(sorted[0]?.text ?? '') ?? [];
  const raw = sorted.map(({ text }, index) => (index === 0 ? (first ?? text) : text)).join('');
  return percentDecoded(raw, charset);
}

function percentDecoded(raw: string, charset: string): string {
  const bytes = Array.from(raw.matchAll(/%([\dA-Fa-f]{2})|[\s\S]/g), ([whole, hex]) =>
    hex === undefined ? whole.charCodeAt(0) & 0xff : Number.parseInt(hex, 16),
  );
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(bytes));
  } catch (error) {
    if (error instanceof RangeError) return raw;
    throw error;
  }
}
