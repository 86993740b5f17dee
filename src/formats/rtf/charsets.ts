import { sequenceLength } from '../codecs.ts';

/** A code page: what bytes above 127 mean, and which byte says a character. */
export interface Charset {
  /** How many bytes a character has that begins with this one. */
  readonly length: (lead: number) => number;
  /** The text of the bytes of one character; U+FFFD where they have no meaning. */
  readonly decode: (bytes: readonly number[]) => string;
  /** The byte for a character, undefined where the code page has none or needs several. */
  readonly byteOf: (character: string) => number | undefined;
}

/** The code page with this number of Windows; undefined for one that nobody reads. */
export function codePage(number: number): Charset | undefined {
  const known = pages.get(number);
  if (known) return known;
  const charset = made(number);
  if (charset) pages.set(number, charset);
  return charset;
}

/** The code page of a font's `\fcharset` (RTF 1.9.1, "Font Table"); undefined for that of the document. */
export function pageOfFont(charset: number): number | undefined {
  return pagesOfFonts.get(charset);
}

/** The `\fcharset` of fonts whose characters are drawings and not letters. */
export const symbolCharset = 2;

const pages = new Map<number, Charset>();

const pagesOfFonts: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10_000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
]);

/** The upper halves of the two code pages of DOS that the Encoding Standard leaves out. */
const dosPages: ReadonlyMap<number, string> = new Map([
  [
    437,
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  ],
  [
    850,
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  ],
]);

const doubleBytePages: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
]);

function made(number: number): Charset | undefined {
  const double = doubleBytePages.get(number);
  if (double !== undefined) return severalBytes(double, (lead) => leadLength(number, lead));
  if (number === 65_001) return severalBytes('utf-8', sequenceLength);
  const dos = dosPages.get(number);
  if (dos !== undefined) return oneByte((byte) => dos.charAt(byte - 0x80));
  const label = labelOf(number);
  if (label === undefined) return undefined;
  const decoder = new TextDecoder(label);
  return oneByte((byte) => decoder.decode(Uint8Array.of(byte)));
}

function labelOf(number: number): string | undefined {
  if (number === 10_000) return 'macintosh';
  if (number === 874 || (number >= 1250 && number <= 1258)) return `windows-${number}`;
  if (number >= 28_591 && number <= 28_606) return `iso-8859-${number - 28_590}`;
  return number === 20_866 ? 'koi8-r' : undefined;
}

/** Half-width katakana (A1 to DF) of code page 932 are one byte long. */
function leadLength(number: number, lead: number): number {
  if (lead < 0x81 || lead > 0xfe) return 1;
  return number === 932 && ((lead >= 0xa0 && lead <= 0xdf) || lead > 0xfc) ? 1 : 2;
}

function oneByte(upper: (byte: number) => string): Charset {
  const table = Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : upper(byte),
  );
  const bytes = new Map(table.map((character, byte) => [character, byte]));
  return {
    length: () => 1,
    decode: ([byte = 0]) => table[byte] ?? '\uFFFD',
    byteOf: (character) => bytes.get(character),
  };
}

function severalBytes(label: string, length: (lead: number) => number): Charset {
  const decoder = new TextDecoder(label);
  return {
    length,
    decode: (bytes) => decoder.decode(Uint8Array.from(bytes)).slice(0, 2),
    byteOf: () => undefined,
  };
}
