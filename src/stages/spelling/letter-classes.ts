/** How letters are like each other, by their codes in lower case. */

export const apostrophe = 39;

export function isVowel(code: number): boolean {
  return vowels[code] === 1;
}

export function soundsLike(a: number, b: number): boolean {
  return alike[((a & 31) << 5) | (b & 31)] === 1;
}

export function isNeighbour(a: number, b: number): boolean {
  return keys[((a & 31) << 5) | (b & 31)] === 1;
}

/** The letter (its last five bits) that two letters sound like together, or 0. */
export function soundOf(first: number, second: number): number {
  return digraphs[((first & 31) << 5) | (second & 31)] ?? 0;
}

const vowels = table('aeiouy');
const alike = pairs('ck cs sz kq fv fp dt bp mn gj gk xs vw lr wu iy ij');
const keys = pairs(
  `qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa ws ed rf tg yh uj ik ol az sx dc fv gb hn jm
   wa es rd tf yg uh ij ok pl sz dx fc gv hb jn km`,
);

const digraphs = soundTable('phf ghg ckk chk scs pss knn gnn wrr rhr tht whw mbm mnm dgj quk xcx');

function table(letters: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const letter of letters) marks[letter.charCodeAt(0)] = 1;
  return marks;
}

function pairs(text: string): Uint8Array {
  const marks = new Uint8Array(1024);
  for (const pair of text.split(/\s+/)) {
    const [a, b] = [pair.charCodeAt(0) & 31, pair.charCodeAt(1) & 31];
    marks[(a << 5) | b] = 1;
    marks[(b << 5) | a] = 1;
  }
  return marks;
}

function soundTable(text: string): Uint8Array {
  const sounds = new Uint8Array(1024);
  for (const [first = '', second = '', sound = ''] of text.split(' ')) {
    sounds[((first.charCodeAt(0) & 31) << 5) | (second.charCodeAt(0) & 31)] =
      sound.charCodeAt(0) & 31;
  }
  return sounds;
}
