import { base64Bytes } from './base64.ts';

/** A header value with its encoded words, such as `=?utf-8?Q?caf=C3=A9?=`, decoded (RFC 2047). */
export function decodedWords(raw: string): string {
  const joined = raw.replace(/(=\?[^?\s]+\?[BQbq]\?[^?]*\?=)\s+(?==\?)/g, '$1');
  return joined.replace(word, decodedWord);
}

function decodedWord(whole: string): string {
  const [, charset = '', encoding = '', data = ''] = whole.split('?');
  const bytes = encoding.toUpperCase() === 'B' ? base64Bytes(data) : quotedBytes(data);
  try {
    return new TextDecoder(charset.replace(/\*.*$/, '')).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return whole;
    throw error;
  }
}

const word = /=\?[^?\s]+\?[BQbq]\?[^?]*\?=/g;

function quotedBytes(data: string): Uint8Array {
  const bytes = Array.from(data.matchAll(/=([\dA-Fa-f]{2})|[\s\S]/g), ([whole, hex]) => {
    if (hex !== undefined) return Number.parseInt(hex, 16);
    return whole === '_' ? 0x20 : whole.charCodeAt(0) & 0xff;
  });
  return Uint8Array.from(bytes);
}
