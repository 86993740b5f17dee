/**
 * The language of a `\lang` number ([MS-LCID]): its lower ten bits name the language, the others the country.
 * Undefined for the numbers that mean no language at all.
 */
export function languageTag(number: number): string | undefined {
  const primary = number & 0x3ff;
  if (primary === 0) return undefined;
  if (primary === english) return dialects.get(number) ?? 'en';
  return tags.get(primary) ?? 'und';
}

const english = 0x09;

const dialects: ReadonlyMap<number, string> = new Map([
  [0x0409, 'en-US'],
  [0x0809, 'en-GB'],
  [0x0c09, 'en-AU'],
  [0x1009, 'en-CA'],
  [0x1409, 'en-NZ'],
  [0x1809, 'en-IE'],
  [0x1c09, 'en-ZA'],
  [0x4009, 'en-IN'],
]);

const tags: ReadonlyMap<number, string> = new Map([
  [0x01, 'ar'],
  [0x02, 'bg'],
  [0x03, 'ca'],
  [0x04, 'zh'],
  [0x05, 'cs'],
  [0x06, 'da'],
  [0x07, 'de'],
  [0x08, 'el'],
  [0x0a, 'es'],
  [0x0b, 'fi'],
  [0x0c, 'fr'],
  [0x0d, 'he'],
  [0x0e, 'hu'],
  [0x0f, 'is'],
  [0x10, 'it'],
  [0x11, 'ja'],
  [0x12, 'ko'],
  [0x13, 'nl'],
  [0x14, 'no'],
  [0x15, 'pl'],
  [0x16, 'pt'],
  [0x18, 'ro'],
  [0x19, 'ru'],
  [0x1a, 'hr'],
  [0x1b, 'sk'],
  [0x1c, 'sq'],
  [0x1d, 'sv'],
  [0x1e, 'th'],
  [0x1f, 'tr'],
  [0x20, 'ur'],
  [0x21, 'id'],
  [0x22, 'uk'],
  [0x24, 'sl'],
  [0x25, 'et'],
  [0x26, 'lv'],
  [0x27, 'lt'],
  [0x29, 'fa'],
  [0x2a, 'vi'],
  [0x2d, 'eu'],
  [0x36, 'af'],
  [0x39, 'hi'],
  [0x3e, 'ms'],
  [0x41, 'sw'],
  [0x52, 'cy'],
  [0x56, 'gl'],
]);
