import type { TextSpan } from '../../core/span.ts';

/**
 * Good English that a rule takes for a mistake: `held` is what it objects to,
 * `before` and `after` what stands around it. All that are given must match.
 */
interface Veto {
  readonly rule: string;
  readonly held?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const vetoes: readonly Veto[] = [
  // “I will write more later”, “one more smaller case”: “more” belongs to what stands before it.
  { rule: 'AdjectiveDoubleDegree', held: /^more later$/iu },
  { rule: 'AdjectiveDoubleDegree', before: /\b(?:one|no|any|\d+|two|three) $/iu },
  // “I could offer you advice”: what is given is a thing.
  { rule: 'NounVerbConfusion', held: /^advice$/iu, before: /\b(?:you|him|her|me|us|them) $/iu },
  // "Notwithstanding the deadline", "Instead of leaving", "Otherwise known as": no clause follows.
  { rule: 'DiscourseMarkers', held: /^notwithstanding$/iu },
  { rule: 'DiscourseMarkers', after: /^ (?:of|known|called)\b/u },
  // “Your the best”, “their the ones”: the pronoun is wrong, not the article.
  { rule: 'TheMy', held: /^(?:your|their|its) the$/iu },
  // "They're was a robbery": “there” is meant.
  { rule: 'SingleBe', before: /\bthey['’]re\s*$/iu },
  { rule: 'SingleBe', held: /^they['’]re /iu },
  // "I want every one of you to think about this."
  { rule: 'Everyone', after: /^ of\b/u },
  { rule: 'Nobody', after: /^ of\b/u },
  // "Are there times we should not?", "There needs to be someone."
  { rule: 'ThereToTheir', before: /\b(?:are|is|was|were)\s$/iu },
  { rule: 'ThereToTheir', after: /^ (?:need|seem|appear|happen|exist|remain)s?\b/u },
  // "What it is is a matter of taste."
  { rule: 'SingleBe', before: /\bwhat (?:\S+ ){1,3}(?:is|are|was|were)$/iu },
  // "Earlier that day she had called."
  { rule: 'ThatThan', after: /^ (?:day|week|month|year|morning|evening|night|time)\b/u },
  // "They are looking forward to Easter."
  { rule: 'LookingForwardTo', held: /^\p{Lu}/u },
  // “They are looking forward to snow.”
  { rule: 'LookingForwardTo', after: /^\s*[.!?]/u },
];

/** What stands this far from a remark has no say. */
const contextLengthMax = 40;

/** Whether a remark of this rule objects to something that is known to be right. */
export function isVetoed(rule: string, span: TextSpan, text: string): boolean {
  return vetoes.some((veto) => {
    if (veto.rule !== rule) return false;
    const held = text.slice(span.start, span.end);
    const before = text.slice(Math.max(0, span.start - contextLengthMax), span.start);
    const after = text.slice(span.end, span.end + contextLengthMax);
    return fits(veto.held, held) && fits(veto.before, before) && fits(veto.after, after);
  });
}

function fits(pattern: RegExp | undefined, text: string): boolean {
  return pattern === undefined || pattern.test(text);
}
