import { type Change, type FormRule, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

/** Nouns that are always counted: bare in the singular they are a slip. */
export const countedNouns: readonly FormRule[] = [
  {
    rule: 'plural-of-counted',
    description: 'A bare singular of what is counted: “most student”, “all kind of books”',
    reason: 'There are several of them.',
    confidence: 0.75,
    find: bareAmongSeveral,
  },
  {
    rule: 'bare-person',
    description: 'A person without article or plural: “good advice for student”',
    reason: 'A person is counted: an article or a plural is needed.',
    confidence: 0.65,
    find: barePerson,
  },
  {
    rule: 'article-before-person',
    description: 'A role without its article: “she is student”, “works as teacher”',
    reason: 'What somebody is takes “a” or “an”.',
    confidence: 0.8,
    find: roleWithoutArticle,
  },
  {
    rule: 'such-a',
    description: '“so” before an adjective and its noun: “so nice day”',
    reason: 'Before an adjective with its noun it is “such a”.',
    confidence: 0.8,
    find: suchA,
  },
];

const roles = setOf(
  `student teacher doctor engineer nurse driver waiter waitress lawyer journalist singer actor actress writer tourist child boy girl freshman
  dentist musician pilot scientist soldier farmer artist beginner foreigner teenager`,
);
const persons = setOf(
  'student teacher tourist customer driver worker scientist parent friend child passenger traveler traveller consumer employee visitor reader user player researcher politician citizen',
);
const things = setOf(
  `car book house country company school city job idea problem reason subject product advertisement picture story building computer animal
  language machine question mistake advantage disadvantage activity tourist opportunity restaurant shop store topic method example person
  place area thing kind`,
);
const counted = new Set([...roles, ...persons, ...things]);

function isPlain(word: Word | undefined): word is Word {
  return word?.token.text === word?.lower;
}

/** `most student`, `all kind of`, `other student` where nothing singles one out. */
function bareAmongSeveral(
  words: readonly Word[],
  at: number,
  forms: Inflections,
): Change | undefined {
  const noun = words[at];
  if (!noun?.follows || !counted.has(noun.lower) || !isPlain(noun)) return undefined;
  if (!endsPhrase(words, at)) return undefined;
  const to = noun.lower === 'person' ? 'people' : forms.pluralOf.get(noun.lower);
  const [second, first] = [words[at - 1]?.lower ?? '', words[at - 2]?.lower ?? ''];
  if (!to) return undefined;
  if (noun.lower === 'kind' && words[at + 1]?.lower !== 'of') return undefined;
  if (/^(?:most|all|various|numerous)$/.test(second)) {
    const isSingled = determiners.has(first) || (second === 'most' && first === 'the');
    return isSingled ? undefined : { at, to };
  }
  if (second === 'other') {
    return /^(?:a|an|the|no|any|some|my|your|his|her|its|our|their|each|every|one|this|that|s)$|'s$/.test(
      first,
    )
      ? undefined
      : { at, to, confidence: 0.7 };
  }
  if (
    second === 'of' &&
    /^(?:lot|lots|kinds|types|sorts|number|group|plenty|majority|variety)$/.test(first)
  )
    return massToo.has(noun.lower) ? undefined : { at, to, confidence: 0.8 };
  return undefined;
}

/** Of these there can be a lot without there being several. */
const massToo = setOf('company activity opportunity school business language area kind product');

const determiners = setOf('a an the my your his her its our their this that each every one');

/** Nothing follows that the noun could belong to: “student life”, “car park”. */
function endsPhrase(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (!next?.follows) return true;
  return /^(?:of|in|on|at|for|from|with|who|that|which|to|and|or|is|are|was|were|have|has|had|do|does|can|could|will|would|should|must|may|because|when|if|but|by|about|than|so|as|like|want|need|think|know)$/.test(
    next.lower,
  );
}

/** `advice for student`, `because student always make`: no determiner, and a plural verb or the end of the clause. */
function barePerson(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const noun = words[at];
  if (!noun || !persons.has(noun.lower) || !isPlain(noun)) return undefined;
  const to = forms.pluralOf.get(noun.lower);
  const before = words[at - 1]?.lower ?? '';
  if (!to || !noun.follows) return undefined;
  const next = words[at + 1];
  const isLast = !next?.follows;
  if (/^(?:for|by|about|among|between|than|of|to)$/.test(before)) {
    const isPaired = words.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === noun.lower);
    const isEnd = isLast || /^(?:who|because|when|if|but)$/.test(next?.lower ?? '');
    return isEnd && !isPaired && isClauseEnd(words, at) ? { at, to } : undefined;
  }
  if (/^(?:because|if|when|that|so|and|but)$/.test(before) && next?.follows) {
    const verb =
      words[
        /^(?:always|often|usually|also|can|will|should|must)$/.test(next.lower) ? at + 2 : at + 1
      ];
    const isPluralVerb = /^(?:are|have|were|do|don't|need|want|think|make|learn|get|go)$/.test(
      verb?.lower ?? '',
    );
    return isPluralVerb && verb !== undefined && before !== 'and' ? { at, to } : undefined;
  }
  return undefined;
}

/** A hyphen, slash or bracket behind the noun makes it part of something longer. */
function isClauseEnd(words: readonly Word[], at: number): boolean {
  const [noun, next] = [words[at], words[at + 1]];
  if (!noun || !next || next.follows) return true;
  return next.token.span.start - noun.token.span.end > 1;
}

function roleWithoutArticle(words: readonly Word[], at: number): Change | undefined {
  const noun = words[at];
  if (!noun?.follows || !roles.has(noun.lower) || !isPlain(noun) || !endsPhrase(words, at))
    return undefined;
  const [second, first] = [words[at - 1]?.lower ?? '', words[at - 2]?.lower ?? ''];
  const article = /^[aeiou]/.test(noun.lower) ? 'an' : 'a';
  const isWork = second === 'as' && /^(?:work|works|worked|working)$/.test(first);
  const isBe =
    (/^(?:is|was)$/.test(second) && /^(?:he|she|who)$/.test(first)) ||
    (/^(?:am|was)$/.test(second) && first === 'i') ||
    /^(?:i'm|he's|she's)$/.test(second);
  return isWork || isBe ? { at, to: `${article} ${noun.lower}` } : undefined;
}

/** `so nice day`, `such nice day`. */
function suchA(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const [adjective, noun, next] = [words[at + 1], words[at + 2], words[at + 3]];
  const lower = words[at]?.lower;
  if ((lower !== 'so' && lower !== 'such') || !adjective?.follows || !noun?.follows)
    return undefined;
  if (!pluralNouns.has(noun.lower) || !isPlain(noun) || !forms.pluralOf.has(noun.lower))
    return undefined;
  if (
    next?.follows &&
    !/^(?:that|and|in|for|with|to|of|because|when|but|so|on|at)$/.test(next.lower)
  )
    return undefined;
  if (adjective.tag !== 'ADJ' || /^(?:much|many|few|little|other|more)$/.test(adjective.lower))
    return undefined;
  if (/^(?:a|an|the|no|any|one)$/.test(words[at - 1]?.lower ?? '')) return undefined;
  const article = /^[aeiou]/.test(adjective.lower) ? 'an' : 'a';
  return { at, to: `such ${article}` };
}

const pluralNouns = new Set([
  ...counted,
  ...setOf('day way place person man woman time night trip view game film movie song experience'),
]);
