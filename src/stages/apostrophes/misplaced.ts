import type { Passage, Token } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';
import { writtenLike } from '../../core/typography.ts';

const negations = 'do does did is are was were ca could would should wo has have had must need ai';

/** What is written with its apostrophe elsewhere; the key is as it was found, in small letters. */
const misplaced: ReadonlyMap<string, string> = new Map([
  ...negations.split(' ').map((stem): [string, string] => [`${stem}'nt`, `${stem}n't`]),
  ["can'nt", "can't"],
  ["won'nt", "won't"],
  ["don'nt", "don't"],
  ["didn'nt", "didn't"],
  ["your'e", "you're"],
  ["you'r", "you're"],
  ["your're", "you're"],
  ["their're", "they're"],
  ["thay're", "they're"],
  ["they'r", "they're"],
  ["we'r", "we're"],
  ["i'am", "I'm"],
  ["its's", "it's"],
  ["your's", 'yours'],
  ["their's", 'theirs'],
  ["our's", 'ours'],
  ["who'se", 'whose'],
]);

/** What stands before and after an apostrophe in a contraction; a semicolon lies beside its key. */
const contracted =
  /^(?:(?:do|does|did|is|are|was|were|ca|could|would|should|wo|has|have|had|must|need|ai)n t|(?:i|you|he|she|it|we|they|that|there|who|what|let|here|where) (?:s|re|ve|ll|d|m))$/u;

const accents = /^(\p{L}+)[`´](t|s|re|ve|ll|d|m)$/iu;

/** Apostrophes that stand where none belongs, or that are another mark. */
export function* misplacedApostrophes(
  { tokens }: Passage,
  { settings, apostrophe }: PassageContext,
): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const remark =
      misplacedIn(token, apostrophe) ??
      accentAt(tokens, index, apostrophe) ??
      semicolonAt(tokens, index, apostrophe);
    if (remark && !settings.isOurWord(token.text)) yield remark;
  }
}

function misplacedIn(token: Token, apostrophe: string): PassageRemark | undefined {
  const expected = misplaced.get(token.lower);
  if (expected === undefined) return undefined;
  const correction = writtenLike(token.text, expected, apostrophe);
  return {
    rule: 'misplaced-apostrophe',
    span: token.span,
    message: `The apostrophe belongs elsewhere: “${correction}”.`,
    expected: [correction],
  };
}

/** The parser leaves a backtick or an accent in its word, or parts the word there. */
function accentAt(
  tokens: readonly Token[],
  index: number,
  apostrophe: string,
): PassageRemark | undefined {
  const [word, mark, rest] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!word) return undefined;
  const parted = mark?.text === '`' || mark?.text === '´';
  if (!parted && !/[`´]/u.test(word.text)) return undefined;
  const parts = accents.exec(parted ? `${word.text}${mark.text}${rest?.text ?? ''}` : word.text);
  if (!parts) return undefined;
  const correction = `${parts[1]}${apostrophe}${parts[2]}`;
  return {
    rule: 'accent-for-apostrophe',
    span: { start: word.span.start, end: word.span.start + parts[0].length },
    message: `An accent stands for the apostrophe: “${correction}”.`,
    expected: [correction],
  };
}

function semicolonAt(
  tokens: readonly Token[],
  index: number,
  apostrophe: string,
): PassageRemark | undefined {
  const [word, mark, rest] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!word || !rest || mark?.text !== ';' || rest.kind !== 'word') return undefined;
  // `the cat;s tail`: no word is a lone “s”.
  const isPossessive =
    rest.lower === 's' && word.kind === 'word' && tokens[index + 3]?.kind === 'space';
  if (!isPossessive && !contracted.test(`${word.lower} ${rest.lower}`)) return undefined;
  const correction = `${word.text}${apostrophe}${rest.text}`;
  return {
    rule: 'semicolon-for-apostrophe',
    span: { start: word.span.start, end: rest.span.end },
    message: `A semicolon stands for the apostrophe: “${correction}”.`,
    expected: [correction],
  };
}
