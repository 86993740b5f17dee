/**
 * About how many syllables a word has when read aloud; at least one. Figures count as one.
 * An estimate from the spelling: groups of vowels, less the silent ones, plus those that are sounded apart.
 */
export function syllablesOf(word: string): number {
  const parts =
    word
      .toLowerCase()
      .replaceAll(/['’]/gu, '')
      .match(/[a-zà-öø-ÿ]+/gu) ?? [];
  return Math.max(
    1,
    parts.reduce((total, part) => total + syllablesOfPart(part), 0),
  );
}

function syllablesOfPart(part: string): number {
  const known = irregular.get(part);
  if (known !== undefined) return known;
  const sounded = withoutSilentEnding(part.replace(silentInside, '$1'));
  const groups = sounded.match(/[aeiouyà-öø-ÿ]+/gu)?.length ?? 0;
  const apart = sounded.match(soundedApart)?.length ?? 0;
  return Math.max(1, groups + apart);
}

/** The silent e within `likely`, `statement`, `therefore`, `everyone`. */
const silentInside =
  /^((?:som|ther|wher|hom|tim|car|ev|lif|saf|not))e(?=[^aeiouyds]|ry)|(?<=[aeiouy][^aeiouy]+(?<![^aeiouy]l))e(?=(?:ly|ful|less|ment|ness)s?$)/u;

/** `make`, `makes`, `asked` and `league` lose their e; `table`, `houses` and `wanted` keep it. */
function withoutSilentEnding(part: string): string {
  if (/[^aeiouy]les?$/u.test(part)) return part;
  if (/(?:[sxzcg]|ch|sh)es$/u.test(part)) return part;
  if (/(?:[^r]g|q)ues?$/u.test(part)) return part.replace(/ues?$/u, '');
  if (/[^aeiouytd]ed$/u.test(part)) return part.slice(0, -2);
  return part.replace(/(?<=[^aeiouy])es?$/u, '');
}

/** Two vowels in a row that are two syllables, by the letters around them. One alternative, one example each. */
const soundedApart = new RegExp(
  [
    '(?<![cstg])ia(?!g)', // material; not special, marriage
    '[ct]iat', // negotiate
    '(?<![cstgx])io(?!n$|ns$)', // period; not nation, million
    '(?<![cstgx])iu[ms]', // medium
    '(?<![g])eo(?!p|u?s$|r)', // video; not people, courageous
    '(?<=n)eous', // simultaneous
    '(?<![gq])ua', // actual; not language, quality
    '(?<![gq])ue(?=[nlt])', // influence
    '(?<![gqbrs])ui(?=n|d|ty)|rui(?=n)', // fluid, ruin; not build
    'creat|react|idea|area|linea|nuclea|reali[stz]',
    '(?<![cstfr])ien[ct]|rienc|scien|(?<![t])iet(?!n)', // client, experience, science, society
    '[aeiouy]ing', // being
    '[aeo]y(?:[aiou]|e(?!d$|s$))', // beyond, player; not employed
    'coop|coor', // cooperate
    'aï', // naïve
    'sm$|thm$', // criticism, rhythm
  ].join('|'),
  'gu',
);

const irregular: ReadonlyMap<string, number> = new Map([
  ['business', 2],
  ['businesses', 3],
  ['colonel', 2],
  ['conscience', 2],
  ['element', 3],
  ['elements', 3],
  ['everyone', 3],
  ['geography', 4],
  ['nevertheless', 4],
  ['nonetheless', 3],
  ['recipe', 3],
  ['something', 2],
  ['wednesday', 2],
]);
