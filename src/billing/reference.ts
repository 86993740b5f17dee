/**
 * A structured creditor reference (ISO 11649) for a number of ours: `RF`, two check digits, the number without its signs.
 * Undefined where the number has more than 21 letters and digits.
 */
export function creditorReference(number: string): string | undefined {
  const body = number.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (body === '' || body.length > 21) return undefined;
  const check = 98n - remainder(`${body}RF00`);
  return `RF${check.toString().padStart(2, '0')}${body}`;
}

/** Whether a text is a creditor reference with the right check digits; spaces and case do not matter. */
export function isCreditorReference(text: string): boolean {
  const compact = text.replace(/\s/g, '').toUpperCase();
  if (!/^RF\d\d[A-Z0-9]{1,21}$/.test(compact)) return false;
  return remainder(compact.slice(4) + compact.slice(0, 4)) === 1n;
}

/** In groups of four, as it is printed. */
export function inGroups(text: string): string {
  return text.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');
}

/** By ISO 7064 MOD 97-10: letters count from A = 10. */
function remainder(text: string): bigint {
  const digits = [...text].map((sign) => Number.parseInt(sign, 36).toString()).join('');
  return BigInt(digits) % 97n;
}
