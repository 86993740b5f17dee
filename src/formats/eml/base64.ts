/** The bytes that a base64 text says (RFC 2045, section 6.8); what is none of its signs is passed over. */
export function base64Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let [length, buffer, bits] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const value = values[text.charCodeAt(index)] ?? -1;
    // Padding ends a stretch of data; another may follow where two were joined.
    if (value === -2) bits = 0;
    if (value < 0) continue;
    buffer = ((buffer << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (buffer >> bits) & 0xff;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** The bytes as base64 in lines of this length. */
export function base64Text(
  bytes: Uint8Array,
  { width, lineEnd }: { readonly width: number; readonly lineEnd: string },
): string {
  const lines: string[] = [];
  const bytesPerLine = Math.floor(width / 4) * 3;
  for (let at = 0; at < bytes.length; at += bytesPerLine) {
    lines.push(encodedLine(bytes.subarray(at, at + bytesPerLine)));
  }
  return lines.join(lineEnd);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const values: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return character === '=' ? -2 : alphabet.indexOf(character);
});

function encodedLine(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const number = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += alphabet.charAt(number >> 18) + alphabet.charAt((number >> 12) & 63);
    text += second === undefined ? '=' : alphabet.charAt((number >> 6) & 63);
    text += third === undefined ? '=' : alphabet.charAt(number & 63);
  }
  return text;
}
