import { type Change, type FormRule, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

/** Nouns in the wrong number or without what shows whose they are, and nouns without their article. */
export const moreNumber: readonly FormRule[] = [
  {
    rule: 'plural-at-the-end-of-one-of',
    description:
      'A singular at the end of a longer phrase after “one of the”: “one of the best graphics tutorial”',
    reason: 'One of several: the noun is plural.',
    confidence: 0.85,
    find: afterOneOf,
  },
  {
    rule: 'plural-for-possessive',
    description: 'A plural where an owner is meant: “the students books”',
    reason: 'What belongs to somebody takes an apostrophe.',
    confidence: 0.65,
    find: owner,
  },
  {
    rule: 'article-before-adjective',
    description: 'An article that is missing: “we need quick answer”',
    reason: 'A noun that can be counted takes an article in the singular.',
    confidence: 0.75,
    find: missingArticle,
  },
];

const notCounted = setOf(
  'rest lot kind sort type one time way information work part people other most help use music state staff team data media police public percent half all',
);

function afterOneOf(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const determiner = words[at];
  if (words[at - 2]?.lower !== 'one' || words[at - 1]?.lower !== 'of' || !determiner?.follows)
    return undefined;
  if (!/^(?:the|my|your|his|her|its|our|their|these|those)$/.test(determiner.lower))
    return undefined;
  let last = at;
  while (words[last + 1]?.follows && /ADJ|NOUN|ADV|PROPN/.test(words[last + 1]?.tag ?? ''))
    last += 1;
  const noun = words[last];
  if (last < at + 2 || noun?.tag !== 'NOUN' || noun.token.text !== noun.lower) return undefined;
  const inner = words.slice(at + 1, last);
  const isPlural = inner.some(
    (word) =>
      word.tag === 'NOUN' &&
      forms.singularOf.has(word.lower) &&
      !forms.pluralOf.has(word.lower) &&
      word !== inner.at(-1),
  );
  const to = forms.pluralOf.get(noun.lower);
  if (forms.singularOf.has(words[last + 1]?.lower ?? '')) return undefined;
  if (isPlural || !to || notCounted.has(noun.lower) || forms.singularOf.has(noun.lower))
    return undefined;
  const next = words[last + 1];
  const mark = next && !next.follows && next.token.span.start - noun.token.span.end === 1;
  if (mark || /^(?:and|or)$/.test(next?.lower ?? '')) return undefined;
  if (inner.length === 1 && inner[0]?.tag === 'NOUN' && forms.singularOf.has(inner[0].lower))
    return undefined;
  return { at: last, to };
}

const persons = setOf(
  `student teacher farmer writer baker scientist artist architect neighbor neighbour museum team cat dog bird girl boy woman man mother father
  brother sister parent friend child customer client company owner employee employer doctor nurse driver author player worker king queen
  president manager patient user visitor husband wife son daughter uncle aunt cousin baby animal horse cow lion nation country city county
  grandmother grandfather grandma grandpa professor principal coach captain singer actor director boss flower duck`,
);

function owner(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at];
  const singular = forms.singularOf.get(word?.lower ?? '');
  if (!word?.follows || !singular || !persons.has(singular) || word.token.text !== word.lower)
    return undefined;
  const before = words[at - 1];
  if (!/^(?:the|my|your|his|her|its|our|their|a|this|that)$/.test(before?.lower ?? ''))
    return undefined;
  const owned = words[at + 1];
  const isNoun =
    owned?.follows &&
    owned.tag === 'NOUN' &&
    forms.pluralOf.has(owned.lower) &&
    owned.token.text === owned.lower;
  if (!isNoun || /^(?:one|side|union|group|association|club)$/.test(owned.lower)) return undefined;
  const next = words[at + 2];
  const verb = forms.verbOf.get(owned.lower);
  // “The students work hard”: what follows may be the verb.
  const goesOn = next?.follows
    ? /^(?:is|was|has|had|were|are|can|will|would|should|in|of|on)$/.test(next.lower) ||
      next.tag === 'VERB'
    : verb === undefined;
  if (
    !goesOn ||
    (verb && verb.base === owned.lower && !/^(?:is|was|has|are|were)$/.test(next?.lower ?? ''))
  )
    return undefined;
  const apart = word.lower.endsWith('s') ? `${singular}'s` : `${word.lower}'s`;
  return { at, to: apart };
}

const governors = setOf(
  'need needs needed want wants wanted provide provides provided send sends sent share attach attached include includes create created give gave submit add file get got have has had write wrote make made find found buy bought suggest build built see saw offer offers become became is was reproduce',
);
const measured = setOf(
  'quick short brief clear simple small big large good great nice new detailed minimal reproducible better different difficult important beautiful long special strong huge serious major happy famous perfect wonderful comfortable interesting bad full final useful real normal suitable',
);
const things = setOf(
  `reproduction scenario screenshot log repro answer response report summary explanation update fix solution case test change comment note ticket scenario example example feature question
  problem idea car house book job place person student friend teacher city country company reason decision mistake plan project letter message
  story picture movie film game way day week month year trip journey holiday weekend party room garden shop restaurant hotel school computer
  phone machine system program tool list table map road bridge building family child boy girl man woman dog cat animal tree flower river
  island mountain village town store office hospital meeting conversation discussion document paper article essay speech song moment chance
  opportunity advantage disadvantage effort step role part look smile voice life career future relationship impact effect influence difference`,
);

function missingArticle(
  words: readonly Word[],
  at: number,
  forms: Inflections,
): Change | undefined {
  const adjective = words[at];
  const governor = words[at - 1];
  if (
    !adjective?.follows ||
    !measured.has(adjective.lower) ||
    !governors.has(governor?.lower ?? '')
  )
    return undefined;
  if (adjective.token.text !== adjective.lower) return undefined;
  let noun = at + 1;
  while (
    words[noun]?.follows &&
    (measured.has(words[noun]?.lower ?? '') || words[noun]?.tag === 'ADJ')
  )
    noun += 1;
  const word = words[noun];
  if (
    !word?.follows ||
    word.tag !== 'NOUN' ||
    !things.has(word.lower) ||
    !forms.pluralOf.has(word.lower)
  )
    return undefined;
  const next = words[noun + 1];
  if (next?.follows && /NOUN|PROPN|NUM|VERB/.test(next.tag)) return undefined;
  if (next && !next.follows && next.token.span.start - word.token.span.end === 1) return undefined;
  if (/^(?:or|and)$/.test(next?.lower ?? '')) return undefined;
  const article = /^[aeiou]/.test(adjective.lower) && !/^us/.test(adjective.lower) ? 'an' : 'a';
  return { at, to: `${article} ${adjective.lower}` };
}
