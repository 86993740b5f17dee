import { type Change, type FormRule, pastAdverbs, setOf } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import type { Word } from './tags.ts';

const modals = setOf(
  "can could will would shall should may might must cannot can't couldn't won't wouldn't shouldn't mustn't",
);
const supports = setOf("don't doesn't didn't");
const subjects = setOf('i you he she it we they');
const haves = setOf("have has had haven't hasn't hadn't i've you've we've they've");
const wanting = setOf(
  'want wants wanted need needs needed have has had like try tries tried able going decide decided order how hope hopes ought',
);

/** “Do I tired”: another verb is meant, “am I tired”. */
const feelings = setOf(
  'interested excited tired prepared overwhelmed worried scared bored confused married surprised pleased concerned disappointed annoyed relaxed ashamed',
);

/** The form of a verb that the word before it asks for. */
export const verbForms: readonly FormRule[] = [
  {
    rule: 'form-after-modal',
    description: 'An inflected verb after “can”, “will”, “did not”: “can goes”',
    reason: 'After this word the verb has its plain form.',
    confidence: 0.85,
    find: afterModal,
  },
  {
    rule: 'form-after-to',
    description: 'An inflected verb after “to”: “to went”',
    reason: 'After “to” the verb has its plain form.',
    confidence: 0.85,
    find: afterTo,
  },
  {
    rule: 'form-after-have',
    description: 'A past form where a participle is due: “has went”',
    reason: 'After “have” comes the participle.',
    confidence: 0.88,
    find: afterHave,
  },
  {
    rule: 'form-in-ing',
    description: 'A plain verb where a form in -ing is due: “look forward to hear”',
    reason: 'What stands before takes a form in -ing.',
    confidence: 0.89,
    find: inIng,
  },
];

function afterModal(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const modal = words[at];
  const before = words[at - 1];
  if (!modal) return undefined;
  let next = pastAdverbs(words, at);
  const isNegated = words[at + 1]?.lower === 'not';
  if (/^(?:do|does|did)$/.test(modal.lower)) {
    if (next === at + 1 && subjects.has(words[next]?.lower ?? '')) next = pastAdverbs(words, next);
    else if (!isNegated) return undefined;
  } else if (supports.has(modal.lower)) {
    if (at === 0) return undefined;
  } else if (!modals.has(modal.lower)) return undefined;
  const word = words[next];
  if (feelings.has(word?.lower ?? '') && /^(?:do|does|did)$/.test(modal.lower)) return undefined;
  const verb = inflected(word, forms);
  // Tags come last: to tag a sentence takes longer than all rules.
  if (!word || !verb || word.tag !== 'VERB') return undefined;
  if (modals.has(modal.lower) && isNoun(before)) return undefined;
  // “What will engineers get”: the subject of a question.
  if (
    forms.singularOf.has(word.lower) &&
    (at === 0 || /^(?:what|how|why|when|where|which)$/.test(before?.lower ?? ''))
  )
    return undefined;
  if (verb.progressive === word.lower) return undefined;
  return { at: next, to: verb.base };
}

/** Whether a word makes a noun of “can” or “will”: “the will”. */
function isNoun(before: Word | undefined): boolean {
  return before?.tag === 'DET' || (before?.follows === true && /DET|ADJ/.test(before.tag));
}

/** The verb of a word that is a form of one other than the plain one. */
function inflected(word: Word | undefined, forms: Inflections) {
  const verb = forms.verbOf.get(word?.lower ?? '');
  return verb && verb.base !== word?.lower && isPlain(word) ? verb : undefined;
}

function isPlain(word: Word | undefined): boolean {
  return word?.token.text === word?.lower;
}

function afterTo(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at];
  if (!word?.follows || words[at - 1]?.lower !== 'to') return undefined;
  const verb = inflected(word, forms);
  if (!verb || word.lower === verb.progressive || word.tag !== 'VERB') return undefined;
  const isWanted = words[at - 1]?.follows && wanting.has(words[at - 2]?.lower ?? '');
  const isBarePast = word.lower === verb.past && verb.past !== verb.participle;
  if (isBarePast && !forms.pluralOf.has(word.lower)) return { at, to: verb.base };
  return isWanted ? { at, to: verb.base } : undefined;
}

function afterHave(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  if (!haves.has(words[at]?.lower ?? '')) return undefined;
  const next = pastAdverbs(words, at);
  const word = words[next];
  const verb = forms.verbOf.get(word?.lower ?? '');
  if (!word || !verb || !isPlain(word)) return undefined;
  if (word.lower === verb.past && verb.past !== verb.participle && !forms.pluralOf.has(word.lower))
    return { at: next, to: verb.participle };
  return undefined;
}

const takesIng = setOf(
  'enjoy enjoys enjoyed avoid avoids avoided dislike dislikes finish finished',
);

function inIng(words: readonly Word[], at: number, forms: Inflections): Change | undefined {
  const word = words[at];
  const [first, second] = [words[at - 2]?.lower ?? '', words[at - 1]?.lower ?? ''];
  if (!word?.follows || (!/^(?:to|of|without|by)$/.test(second) && !takesIng.has(second)))
    return undefined;
  const verb = forms.verbOf.get(word.lower);
  if (verb?.base !== word.lower) return undefined;
  if (
    first === 'forward' &&
    /^look/.test(words[at - 3]?.lower ?? '') &&
    second === 'to' &&
    !/^(?:snow|rain|fall|spring)$/.test(word.lower) &&
    (!forms.pluralOf.has(word.lower) || word.tag === 'VERB')
  )
    return { at, to: verb.progressive };
  if (takesIng.has(second) && !forms.pluralOf.has(word.lower) && word.tag === 'VERB')
    return { at, to: verb.progressive };
  if (
    /^(?:of|without|by)$/.test(second) &&
    !forms.pluralOf.has(word.lower) &&
    /DET|PRON/.test(words[at + 1]?.tag ?? '') &&
    word.tag === 'VERB'
  )
    return { at, to: verb.progressive, confidence: 0.7 };
  return undefined;
}
