/**
 * How a word sounds, roughly: `fonetik` and `phonetic` have one key. Consonants by sound, a vowel only at the beginning,
 * silent letters left out. Meant for lower-case words; two keys that are equal are a hint, no proof.
 */
export function soundKey(word: string): string {
  let key = word;
  for (const [spelling, sound] of sounds) key = key.replace(spelling, sound);
  const head = key.charAt(0).replace(/[aeiouy]/, 'A');
  return (head + key.slice(1).replace(/[aeiouyhw']/g, '')).replace(/(.)\1+/g, '$1');
}

const sounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/mb$/, 'm'],
  [/mn$/, 'm'],
  [/ght/g, 't'],
  [/gh(?=[nm])/g, ''],
  [/g(?=n(?:s|ed|ing|ment)?$)/g, ''],
  [/ph|gh(?=$|[^aeiou])/g, 'f'],
  [/tch/g, 'C'],
  [/sch/g, 'sk'],
  [/ch(?=[rl])/g, 'k'],
  [/ch/g, 'C'],
  [/(?:[sct]i|sh)(?=on|an|al|ou|en|a\b)|ssi(?=on)|sh|[ct]i(?=[aeo])/g, 'S'],
  [/th/g, 'T'],
  [/dg(?=[eiy])|dj/g, 'j'],
  [/sc(?=[eiy])|c(?=[eiy])/g, 's'],
  [/ck|c|q/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/v/g, 'f'],
];
