import { randomFillSync } from 'node:crypto';

/** Crockford's base 32: digits and capitals without I, L, O and U, in the order of their codes. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const randomLength = 16;

/** A new id: 26 characters of a ULID, unique, and sorted by when it was made. */
export const newId = createIds(() => Date.now());

/** Ids over another clock (milliseconds). They rise even when the clock stands still or goes back. */
export function createIds(nowMs: () => number): () => string {
  let lastMs = -1;
  let digits: number[] = [];
  return () => {
    const ms = nowMs();
    if (ms > lastMs) {
      lastMs = ms;
      digits = randomDigits();
    } else if (!increment(digits)) {
      lastMs += 1;
      digits = randomDigits();
    }
    return timePart(lastMs) + digits.map((digit) => alphabet.charAt(digit)).join('');
  };
}

function randomDigits(): number[] {
  return [...randomFillSync(new Uint8Array(randomLength))].map((byte) => byte % alphabet.length);
}

/** Adds one at the end. False when all digits overflowed: once in 2^80, but then the time must move on. */
function increment(digits: number[]): boolean {
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const next = (digits[index] ?? 0) + 1;
    digits[index] = next % alphabet.length;
    if (next < alphabet.length) return true;
  }
  return false;
}

function timePart(ms: number): string {
  let rest = ms;
  let text = '';
  for (let place = 0; place < timeLength; place += 1) {
    text = alphabet.charAt(rest % alphabet.length) + text;
    rest = Math.floor(rest / alphabet.length);
  }
  return text;
}
