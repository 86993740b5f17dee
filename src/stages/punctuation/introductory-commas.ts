import { opensSentence, type Passage, type Token, wordAfter } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { isOf } from '../../core/word-classes.ts';
import { isClauseInOne } from './clauses.ts';

/** Adverbs that comment on the whole sentence; the number says how sure the comma is. */
const adverbs: ReadonlyMap<string, number> = new Map([
  ...rated(
    0.92,
    'moreover furthermore nevertheless nonetheless additionally unfortunately fortunately consequently',
  ),
  ...rated(
    0.85,
    'therefore however similarly likewise conversely firstly secondly thirdly lastly accordingly luckily sadly',
  ),
  ...rated(0.8, 'also'),
  ...rated(
    0.8,
    'ultimately afterwards undoubtedly oddly frankly apparently admittedly remarkably evidently',
  ),
  ...rated(0.75, 'yes no well second third further particularly normally hence besides'),
  ...rated(
    0.75,
    'nowadays actually thus finally otherwise meanwhile hopefully surprisingly interestingly alternatively basically obviously personally generally',
  ),
]);

/** Phrases of the same kind; what must not follow, since then they lead on (“in addition to”). */
const phrases: ReadonlyMap<string, readonly string[]> = new Map(
  `for example|for instance|in addition|in fact|in conclusion|in other words|on the other hand|on the contrary|as a result|
  first of all|in my opinion|in general|in particular|of course|in contrast|in summary|to sum up|in short|by contrast|
  for this reason|at the same time|last but not least|as a consequence|on the one hand|to conclude|
  as you know|as a matter of fact|above all|in the end|in my view|for these reasons|after that|in this case|in that case|in these cases|
  to be honest|in reality|for that reason|all in all|on top of that|by the way|needless to say|in comparison|to begin with|
  to start with|in the meantime|once again|from my point of view`
    .split('|')
    .map((phrase): [string, readonly string[]] => [phrase.trim(), phrase.trim().split(' ')]),
);

const byFirstWord = new Map<string, (readonly string[])[]>();
for (const words of phrases.values()) {
  const [first = ''] = words;
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
}

/** No comma after what opens a sentence and stands outside it. */
export function* introductoryCommas({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !isOpener(token) || !opensSentence(tokens, index)) continue;
    const remark = afterAdverb(tokens, index) ?? afterPhrase(tokens, index);
    if (remark) yield remark;
  }
}

function isOpener({ lower }: Token): boolean {
  return adverbs.has(lower) || byFirstWord.has(lower);
}

function afterAdverb(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const adverb = tokens[index];
  const confidence = adverbs.get(adverb?.lower ?? '');
  if (!adverb || confidence === undefined || !startsClause(tokens, wordAfter(tokens, index)))
    return undefined;
  // “However you look at it” and “However it happened”: a comma later shows that a clause ends there.
  if (adverb.lower === 'however' && hasCommaAhead(tokens, index)) return undefined;
  return { ...remarkOn(adverb, 'comma-after-introductory'), confidence };
}

function afterPhrase(tokens: readonly Token[], index: number): PassageRemark | undefined {
  for (const words of byFirstWord.get(tokens[index]?.lower ?? '') ?? []) {
    let at = index;
    for (const word of words.slice(1)) {
      at = wordAfter(tokens, at);
      if (tokens[at]?.lower !== word) at = -1;
    }
    const last = tokens[at];
    const next = wordAfter(tokens, at);
    // “First of all animals” and “in general terms” go on.
    const opens = startsClause(tokens, next) || (standsAlone(words) && opensWithNoun(tokens[next]));
    if (last && opens) {
      return remarkOn(last, 'comma-after-introductory-phrase');
    }
  }
  return undefined;
}

function remarkOn(word: Token, rule: string): PassageRemark {
  return {
    rule,
    span: word.span,
    message: `A comma belongs after “${word.text}”, which stands outside the sentence.`,
    expected: [`${word.text},`],
  };
}

const subjects = new Set(
  'i you he she it we they there this these those my your his her our their the a an some many most all each both people'.split(
    ' ',
  ),
);

/** A subject follows, so that the adverb is not part of a longer phrase (“however hard”, “finally arrived”). */
function startsClause(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (word && isClauseInOne(word.lower)) return true;
  if (!word || !subjects.has(word.lower)) return false;
  const next = tokens[wordAfter(tokens, at)]?.lower ?? '';
  if (/^(?:the|a|an|my|your|his|her|our|their)$/.test(word.lower))
    return next !== '' && next !== 'more';
  return !/^(?:much|many|few)$/.test(word.lower) && !isOf('preposition', next);
}

function standsAlone(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return last === 'example' || last === 'instance' || (words.length > 2 && last !== 'all');
}

/** `For example students learn`: a plain noun opens the clause. */
function opensWithNoun(token: Token | undefined): boolean {
  const { text = '', lower = '' } = token ?? {};
  return (
    /^\p{L}{4,}$/u.test(text) &&
    isOf('plural', lower) &&
    isOf('noun', lower) &&
    !notSubjects.test(lower)
  );
}

const notSubjects =
  /^(?:always|perhaps|towards|besides|sometimes|afterwards|needs|makes|goes|comes|takes|gives|seems|looks|helps|means|shows|says|works|wants|gets|hers|yours|theirs)$/;

function hasCommaAhead(tokens: readonly Token[], index: number): boolean {
  const { sentence } = tokens[index] ?? {};
  for (let at = index + 1; at < tokens.length && tokens[at]?.sentence === sentence; at += 1) {
    if (tokens[at]?.text === ',') return true;
  }
  return false;
}

function rated(confidence: number, words: string): readonly [string, number][] {
  return words.split(' ').map((word): [string, number] => [word, confidence]);
}
