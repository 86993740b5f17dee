import { opensSentence, type Passage, type Token } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import { writtenLike } from '../../core/typography.ts';
import { createPatternFinder } from '../../core/word-pattern.ts';

/** Contractions whose letters are no other word, so that the word alone tells. */
const certain: ReadonlyMap<string, string> = new Map(
  `don't doesn't didn't couldn't wouldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't mustn't needn't mightn't
  you're you've you'll they're they've they'll we've that's what's there's who've could've would've should've might've
  it'll that'll i've he'd she'd they'd you'd wouldn't've y'all shan't o'clock how's it'd where's here's she's`
    .split(/\s+/u)
    .filter((word) => !["he'd", "she'd", "wouldn't've", "how's", "it'd"].includes(word))
    .map((word) => [word.replaceAll("'", ''), word]),
);

interface Pattern {
  readonly find: string;
  readonly to: string;
  readonly confidence: number;
  readonly rule: string;
  readonly reason: string;
}

const ofWord = {
  rule: 'missing-in-contraction-of-word',
  reason: 'The apostrophe stands for the letters left out.',
};
const letUs = {
  rule: 'lets-let-us',
  reason: '“Let’s” is short for “let us”; “lets” means “allows”.',
};

/** Contractions whose letters are another word too: the neighbours tell. */
const patterns: readonly Pattern[] = [
  {
    ...ofWord,
    find: 'i|you|he|she|it|we|they|this|that|who|which|people|there [wont] :base|:adverb|even|ever|just',
    to: "won't",
    confidence: 0.96,
  },
  {
    ...ofWord,
    find: '[wont] be|have|do|let|work|go|get|take|make|even|allow|help|know|need|believe|stop',
    to: "won't",
    confidence: 0.93,
  },
  {
    ...ofWord,
    find: 'i|you|he|she|it|we|they|this|that|who|which|people|just|still|really|and|but [cant] :base|even|ever|just|really',
    to: "can't",
    confidence: 0.96,
  },
  {
    ...ofWord,
    find: '[cant] be|do|have|get|wait|believe|even|see|find|go|help|afford|make|remember|say|tell|use|take|stand',
    to: "can't",
    confidence: 0.93,
  },
  {
    ...ofWord,
    find: '^|and|but|that|because|if|so|when|think|, [im] :ing|:adverb|not|a|the|so|sure|sorry|in|on|at|from|going|just|too|glad|very|happy|also|afraid',
    to: "I'm",
    confidence: 0.95,
  },
  {
    ...ofWord,
    find: '[im] :ing|sure|not|sorry|so|glad|afraid|just|gonna',
    to: "I'm",
    confidence: 0.93,
  },
  {
    ...ofWord,
    find: '^|and|but|that|because|if|so|when|think|know|, [hes|shes] a|the|not|so|very|:ing|just|been|in|at|on|my|too',
    to: 's',
    confidence: 0,
  },
  {
    ...ofWord,
    find: '^|and|but|so|then|maybe|, [ill] be|have|go|get|try|see|do|never|just|take|make|tell|let|give|also|keep|always|need',
    to: "I'll",
    confidence: 0.9,
  },
  {
    ...ofWord,
    find: '^|and|but|that|because|if|so|when|, [id] like|love|rather|be|have|say|recommend|prefer|never|also',
    to: "I'd",
    confidence: 0.9,
  },
  { ...ofWord, find: '^|and|but|so|then|if|, [wed] like|love|have', to: "we'd", confidence: 0.85 },
  {
    ...ofWord,
    find: '^|and|but|that|if|so|, [hed|shed] be|have|been|like|never|rather',
    to: '',
    confidence: 0,
  },
  {
    ...ofWord,
    find: '^|and|but|so|then|, [well] be|have|see|get|do|let|need|take|try|make sure|in|to|you|able|a|the|back|there',
    to: "we'll",
    confidence: 0.7,
  },
  {
    ...ofWord,
    find: '_ [whos] :ing|the|a|been|not|in|going|your|ever',
    to: "who's",
    confidence: 0.92,
  },
  { ...ofWord, find: '^ [whos] :ing|the|a|been|not|in|going|your', to: "who's", confidence: 0.93 },
  {
    ...ofWord,
    find: '[hows] the|it|your|that|this|everything|things|life',
    to: "how's",
    confidence: 0.92,
  },
  {
    ...letUs,
    find: '^ [lets] go|see|take|look|start|say|talk|not|be|do|discuss|make|try|begin|face|move|assume|consider|just|hope|find|work|keep|get|have|all|imagine|create|call|check|use|add|examine|play|meet|think|now|first|also',
    to: "let's",
    confidence: 0.93,
  },
  {
    ...letUs,
    find: 'so|and|but|now|, [lets] go|see|take|look|start|say|talk|not|be|do|discuss|face|move|assume|just|hope|find|get|begin',
    to: "let's",
    confidence: 0.85,
  },
  { ...letUs, find: '^|so|and|but|now|, [lets] :base', to: "let's", confidence: 0.8 },
];

const findPattern = createPatternFinder(patterns.filter((pattern) => pattern.confidence > 0));

/** Contractions that lost their apostrophe. */
export function* contractions(
  { tokens }: Passage,
  { settings, apostrophe }: PassageContext,
): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const whole = isWritten(tokens, index) ? certain.get(token.lower) : undefined;
    const pattern = whole ? undefined : findPattern(tokens, index)?.pattern;
    const expected = whole ?? pattern?.to;
    if (expected === undefined || settings.isOurWord(token.text)) continue;
    const correction = written(token, expected, apostrophe);
    yield {
      rule: pattern?.rule ?? 'missing-in-contraction',
      span: token.span,
      message: `Write “${correction}”. ${pattern?.reason ?? ofWord.reason}`,
      expected: [correction],
      ...(pattern ? { confidence: pattern.confidence } : {}),
    };
  }
}

/** A capital inside a sentence makes a name ("Theres", "Ive"); capitals throughout may be initials. */
function isWritten(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text ?? '';
  if (/^\p{Ll}/u.test(text)) return true;
  if (/^\p{Lu}+$/u.test(text)) return text.length > 4;
  return opensSentence(tokens, index);
}

function written(token: Token, expected: string, apostrophe: string): string {
  if (!expected.startsWith('I')) return writtenLike(token.text, expected, apostrophe);
  return /^\p{Lu}{3,}$/u.test(token.text)
    ? expected.toUpperCase().replaceAll("'", apostrophe)
    : expected.replaceAll("'", apostrophe);
}
