import { opensSentence, type Passage, type Token } from '../core/passage.ts';
import { type PassageContext, type PassageRemark, passagePlugin } from '../core/passage-plugin.ts';
import type { Stage } from '../core/stage.ts';
import { soundOf } from '../core/word-sound.ts';

const name = 'articles';

/** “A” and “an”, by the sound that follows. */
export const articles: Stage = {
  name,
  title: 'A and an',
  description: 'Finds “a” before a vowel sound and “an” before a consonant sound.',
  rules: {
    'a-before-vowel': { description: '“a” before a vowel sound', confidence: 0.96 },
    'an-before-consonant': { description: '“an” before a consonant sound', confidence: 0.96 },
  },
  plugin: passagePlugin(name, [wrongArticles]),
};

/** How sure a name or a number is read aloud as we think; ordinary words leave no doubt. */
const confidenceOfNames = 0.92;

/**
 * Before these, “a” is a letter, a slip for another word, or the article of something that was left out:
 * putting “an” would hide the error.
 */
const notNouns = new Set(
  `is are am was were in on of and or as at if into a an the it its it's i i'm i'll i've he she we they you all any every each
  each-other our us my his her your their this that these those upon against until unless although after also am and/or only even ever other`.split(
    /\s+/u,
  ),
);

function* wrongArticles({ tokens }: Passage, context: PassageContext): Iterable<PassageRemark> {
  for (let index = 0; index < tokens.length; index += 1) {
    const article = tokens[index];
    if (article?.kind !== 'word' || !/^an?$/i.test(article.text)) continue;
    const heard = isArticle(tokens, index) ? heardAfter(tokens, index) : undefined;
    const sound = heard && soundOf(heard, context.settings.dialect);
    if (!sound || (sound === 'vowel') === (article.lower === 'an')) continue;
    yield remarkOn(article, heard);
  }
}

function remarkOn(article: Token, heard: string): PassageRemark {
  const toAn = article.lower === 'a';
  const expected = toAn
    ? article.text + (article.text === 'A' ? 'n' : 'n')
    : article.text.charAt(0);
  return {
    rule: toAn ? 'a-before-vowel' : 'an-before-consonant',
    span: article.span,
    message: `“${heard}” is said with a ${toAn ? 'vowel' : 'consonant'} first, so it takes “${expected}”.`,
    expected: [expected],
    ...(/^\p{Ll}[\p{Ll}'’-]*$/u.test(heard) ? {} : { confidence: confidenceOfNames }),
  };
}

/** A capital “A” inside a sentence is a grade, a plan or a point; only one that opens it is an article. */
function isArticle(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text ?? '';
  if (/^[-–.&/]/.test(tokens[index - 1]?.text ?? '')) return false;
  return /^a/.test(text) || opensSentence(tokens, index);
}

/** What is read aloud after the article: the next word, or the amount after a currency sign. */
function heardAfter(tokens: readonly Token[], index: number): string | undefined {
  if (!/^\s+$/.test(tokens[index + 1]?.text ?? '')) return undefined;
  let at = index + 2;
  while (/^["“‘'(]$/u.test(tokens[at]?.text ?? '')) at += 1;
  if (/^[$£€]$/u.test(tokens[at]?.text ?? '')) at += 1;
  const word = tokens[at];
  if (word?.kind !== 'word' || notNouns.has(word.lower)) return undefined;
  return word.text + thousandsAfter(tokens, at);
}

/** The parser parts `11,000` at the comma. */
function thousandsAfter(tokens: readonly Token[], at: number): string {
  const [comma, digits] = [tokens[at + 1], tokens[at + 2]];
  const grouped = comma?.text === ',' && /^\d{3}/.test(digits?.text ?? '');
  return grouped && /^\d+$/.test(tokens[at]?.text ?? '') ? `,${digits?.text ?? ''}` : '';
}
