/** A word, number or mark as the language model counts it. */
export interface ContextToken {
  readonly text: string;
  /** What is counted: lower case, straight apostrophes, digits as one class. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** Whether an unknown word is counted as a name. The first word of a sentence is capitalised anyway. */
  readonly isCapitalised: boolean;
}

const pattern =
  /[A-Za-zÀ-ɏ]+(?:['’][A-Za-zÀ-ɏ]+)*(?:-[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)*)*|[$€£]?\d[\d,.:/%A-Za-z-]*|\.{2,}|[^\sA-Za-z0-9]/gu;

/** Short forms of "is" and "has" stay whole; every other word with 's is a possessive and is split. */
const wholeForms = new Set(
  "it's he's she's that's there's what's who's let's here's where's how's when's why's".split(' '),
);

const markForms: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['–', '-'],
  ['—', '-'],
  ['…', '...'],
]);

/** A sentence as the model counts it; the same for the text that is counted and the text that is checked. */
export function contextTokens(sentence: string): readonly ContextToken[] {
  const tokens: ContextToken[] = [];
  for (const { 0: text, index: start } of sentence.matchAll(pattern)) {
    if (/^[A-Za-zÀ-ɏ]/u.test(text)) addWord(tokens, text, start);
    else if (/^[$€£]?\d/u.test(text)) {
      const number = text.replace(/[.,:/-]+$/u, '');
      add(tokens, { text: number, form: '0', start, kind: 'number' });
      // What ends a number may end the sentence.
      const rest = text.charAt(number.length);
      if (rest) add(tokens, { text: rest, form: rest, start: start + number.length, kind: 'mark' });
    } else {
      const form = markForms.get(text) ?? (text.length > 1 ? '...' : text);
      add(tokens, { text, form, start, kind: 'mark' });
    }
  }
  return tokens;
}

function addWord(tokens: ContextToken[], text: string, start: number): void {
  const form = text.toLowerCase().replaceAll('’', "'");
  const cut = text.length - 2;
  if (!form.endsWith("'s") || wholeForms.has(form)) {
    add(tokens, { text, form, start, kind: 'word' });
    return;
  }
  add(tokens, { text: text.slice(0, cut), form: form.slice(0, cut), start, kind: 'word' });
  add(tokens, { text: text.slice(cut), form: "'s", start: start + cut, kind: 'mark' });
}

function add(
  tokens: ContextToken[],
  made: Pick<ContextToken, 'text' | 'form' | 'start' | 'kind'>,
): void {
  const isCapitalised = tokens.length > 0 && /^\p{Lu}/u.test(made.text);
  tokens.push({ ...made, end: made.start + made.text.length, isCapitalised });
}
