/**
 * Writes how a word sounds, roughly: `fonetik` and `phonetic` come to the same. Consonants by sound, a vowel only at
 * the beginning, silent letters left out. Two that are equal are a hint, no proof. Gives the number of codes, at most
 * twice that of the letters. One pass over small letters, since an index of all words is made of it.
 */
export function soundsIn(letters: Uint8Array, length: number, into: Uint8Array): number {
  // What stands behind the word is looked at as well; it is none of it.
  letters.fill(0, length, length + 3);
  let count = 0;
  let lastAt = -1;
  for (let at = 0; at < length; at += 1) {
    const code = soundAt(letters, at, length);
    if (code === silent) continue;
    const isDoubled = count > 0 && into[count - 1] === code && lastAt === at - 1;
    lastAt = at;
    if (isDoubled) continue;
    if (code === X || code === softX) into[count++] = K;
    into[count++] = code === X ? S : code === softX ? SH : code;
  }
  return count;
}

/** What `soundsIn` writes into is this long for words of up to 48 letters. */
export const soundCountMax = 96;

const silent = -1;
/** Sounds that are written with two letters, and any vowel, beside the codes of letters. */
const [CH, SH, TH, vowelSound, softX] = [1, 2, 3, 4, 5];
const [B, C, D, E, F, G, H, I, J] = [98, 99, 100, 101, 102, 103, 104, 105, 106];
const [K, L, M, N, O] = [107, 108, 109, 110, 111];
const [P, Q, R, S, T, U, V, W, X, Y, Z] = [112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122];

const vowels = marked('aeiouy');
const soft = marked('eiy');
const back = marked('aoe');

function soundAt(letters: Uint8Array, at: number, length: number): number {
  const code = letters[at] ?? 0;
  if (vowels[code] === 1) return at === 0 ? vowelSound : silent;
  const next = at + 1 < length ? (letters[at + 1] ?? 0) : 0;
  switch (code) {
    case C:
      return soundOfC(letters, at, next);
    case S:
      return soundOfS(letters, at, next);
    case T:
      return soundOfT(letters, at, next);
    case G:
      return soundOfG(letters, at, { next, length });
    case H:
      return at === 0 ? H : silent;
    case W:
      return at === 0 && next !== R ? W : silent;
    case K:
      return at === 0 && next === N ? silent : K;
    case P:
      if (next === H) return F;
      return at === 0 && (next === S || next === N) ? silent : P;
    case D:
      return next === G && soft[letters[at + 2] ?? 0] === 1 ? silent : D;
    case B:
      return at + 1 === length && letters[at - 1] === M ? silent : B;
    case N:
      return at + 1 === length && letters[at - 1] === M ? silent : N;
    case L:
      return L;
    case Q:
      return K;
    case V:
      return F;
    case Z:
      return S;
    case X:
      if (at === 0) return S;
      return next === I && back[letters[at + 2] ?? 0] === 1 ? softX : X;
    case J:
      return J;
    default:
      return code === apostrophe ? silent : code;
  }
}

const apostrophe = 39;

function soundOfC(letters: Uint8Array, at: number, next: number): number {
  if (next === H) {
    const after = letters[at + 2] ?? 0;
    return letters[at - 1] === S || after === R || after === L ? K : CH;
  }
  if (next === K) return silent;
  if (soft[next] !== 1) return K;
  if (letters[at - 1] === S) return silent;
  return next !== Y && back[letters[at + 2] ?? 0] === 1 && at > 0 ? SH : S;
}

function soundOfS(letters: Uint8Array, at: number, next: number): number {
  if (next === H) return SH;
  const isBeforeIon = next === I && letters[at + 2] === O && letters[at + 3] === N;
  return isBeforeIon || (next === S && letters[at + 2] === I) ? SH : S;
}

function soundOfT(letters: Uint8Array, at: number, next: number): number {
  if (next === H) return TH;
  if (next === C && letters[at + 2] === H) return silent;
  if (next === I && at > 0 && back[letters[at + 2] ?? 0] === 1) return SH;
  return next === U && letters[at + 2] === R && letters[at + 3] === E ? CH : T;
}

function soundOfG(
  letters: Uint8Array,
  at: number,
  { next, length }: { readonly next: number; readonly length: number },
): number {
  if (next === H) {
    if (at === 0) return G;
    return at + 2 === length && letters[at - 1] === U ? F : silent;
  }
  if (next === N && (at === 0 || length - at <= 3)) return silent;
  return soft[next] === 1 ? J : G;
}

function marked(letters: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const letter of letters) marks[letter.charCodeAt(0)] = 1;
  return marks;
}
