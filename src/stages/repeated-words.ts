import { type Passage, type Token, wordAfter } from '../core/passage.ts';
import { type PassageRemark, passagePlugin } from '../core/passage-plugin.ts';
import type { Stage } from '../core/stage.ts';

const name = 'repeated-words';

/** Words written twice by a slip of the hand. */
export const repeatedWords: Stage = {
  name,
  title: 'Repeated words',
  description: 'Finds words that stand twice where once is meant: “the the”.',
  rules: {
    'repeated-word': { description: 'The same word twice', confidence: 0.96 },
    'repeated-content-word': {
      description: 'The same noun, verb or name twice, which is sometimes meant',
      confidence: 0.75,
    },
    'repeated-across-lines': {
      description: 'The same word at the end of a line and the start of the next',
      confidence: 0.75,
    },
    'repeated-pair': { description: 'The same two words twice: “in the in the”', confidence: 0.93 },
  },
  plugin: passagePlugin(name, [repetitions]),
};

/** After one of these nobody writes it again. */
const neverTwice = wordSet(
  `the a an of and for with from by at or be are were been this these those my your our their its his we they he
  i me as would could should may might must not but if when which into also about because than then them us it's i'm
  between through during under after before there's while since until where although i've has does`,
);

/** Doubled on purpose now and then: the reader decides. */
const sometimesTwice = wordSet(
  'to in on it you her is was up out off over who what do did can will all one some any have she',
);

/** Doubled on purpose: grammar ("had had", "that that"), emphasis, sounds, set phrases. */
const oftenTwice = wordSet(
  `had that very really so no yes bye now there well long far many much more less again never please ha he-he hee ho la na da
  blah knock chop tut hush night yada cha choo tsk hear aye come go boom bang tick ding dong pom dum cous yo win hip ta
  quack woof ring beep honk click tap pitter round big old little tiny fast slow deep too same wait run stop oh ah um
  uh er hmm hm ok okay right sing bora pago walla duran liu lang wagga ping pong zig half only just please sorry thank
  thanks hello hi hey love how why ever ever mama papa dada chow bon aloha tsk nah yeah yep yup hot`,
);

/** What goes with "to", before a purpose: "all the jobs she applied to to earn a living". */
const goesWithTo = wordSet(
  `apply applied applying adhere adhered agree agreed belong belonged connected commit committed have has had listen
  listened listening need needs needed refer referred reply replied respond responded spoke subscribe subscribed
  talk talked talking used want wants wanted write wrote`,
);

function* repetitions({ tokens }: Passage): Iterable<PassageRemark> {
  for (let index = 0; index < tokens.length; index += 1) {
    if (tokens[index]?.kind !== 'word') continue;
    const last = endOfRun(tokens, index);
    const remark = last > index ? repeatedWord(tokens, index, last) : repeatedPair(tokens, index);
    if (remark) yield remark;
    index = Math.max(index, last);
  }
}

/** The index of the last word of a run of the same word, through spaces and single line breaks. */
function endOfRun(tokens: readonly Token[], index: number): number {
  let last = index;
  while (tokens[last + 1]?.kind === 'space' && tokens[last + 2]?.lower === tokens[index]?.lower)
    last += 2;
  return last;
}

function repeatedWord(
  tokens: readonly Token[],
  first: number,
  last: number,
): PassageRemark | undefined {
  const [word, again] = [tokens[first], tokens[last]];
  if (word?.lower === 'to' && goesWithTo.has(tokens[first - 2]?.lower ?? '')) return undefined;
  if (!word || !again || isMeant(word, again) || /^["“‘]$/u.test(tokens[first - 1]?.text ?? ''))
    return undefined;
  const certain = neverTwice.has(word.lower);
  if (certain && isBareLetter(word.text) && !isBareLetter(again.text)) return undefined;
  return {
    rule: ruleFor({ certain, lines: tokens.slice(first, last).some((t) => t.text.includes('\n')) }),
    span: { start: word.span.start, end: again.span.end },
    message: `“${word.text}” stands twice.`,
    expected: [word.text],
    ...(sometimesTwice.has(word.lower) ? { confidence: 0.7 } : {}),
  };
}

function ruleFor({
  certain,
  lines,
}: {
  readonly certain: boolean;
  readonly lines: boolean;
}): string {
  if (lines) return 'repeated-across-lines';
  return certain ? 'repeated-word' : 'repeated-content-word';
}

function isMeant(word: Token, again: Token): boolean {
  if (oftenTwice.has(word.lower) || !/^\p{Script=Latin}[\p{L}'’-]*$/u.test(word.text)) return true;
  if (isShout(word.text) !== isShout(again.text)) return true;
  // "Walla Walla", "The The", "the The Hague": a second capital makes a name.
  if (/^\p{Lu}/u.test(again.text) && word.lower !== 'i') return true;
  // Single letters are initials, variables or the sounds of a letter.
  return word.text.length === 1 && !/^[aAI]$/.test(word.text);
}

function isShout(text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(text);
}

function isBareLetter(text: string): boolean {
  return /^[AI]$/.test(text) && text !== 'I';
}

const pairWords = wordSet(
  'in of to the a an is are was were be for with from by at it that this will would can could we you they he i has have as',
);

/** `in the in the`; both words must be small ones, so that `step by step by step` stays. */
function repeatedPair(tokens: readonly Token[], index: number): PassageRemark | undefined {
  const places = [index];
  for (let count = 1; count < 4; count += 1) places.push(wordAfter(tokens, places.at(-1) ?? -1));
  const [a, b, c, d] = places.map((place) => tokens[place]);
  if (!a || !b || !c || !d || a.lower !== c.lower || b.lower !== d.lower) return undefined;
  if (!pairWords.has(a.lower) || !pairWords.has(b.lower) || /^\p{Lu}/u.test(c.text))
    return undefined;
  return {
    rule: 'repeated-pair',
    span: { start: a.span.start, end: d.span.end },
    message: `“${a.text} ${b.text}” stands twice.`,
    expected: [`${a.text} ${b.text}`],
  };
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u));
}
