/** Reading annotated sentences (the M2 format) and comparing a correction with them. */

interface GoldEdit {
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly string[];
}

interface GoldSentence {
  readonly tokens: readonly string[];
  readonly byAnnotator: Map<number, GoldEdit[]>;
}

/** For each sentence, what each annotator made of it, as words and marks. */
export function annotatedVersions(
  m2: string,
  sentences: readonly string[],
): readonly (readonly string[])[][] {
  const gold = m2
    .split(/\n\s*\n/u)
    .filter((block) => block.trim() !== '')
    .map(goldSentence);
  if (gold.length !== sentences.length) {
    throw new Error(`${gold.length} annotated sentences for ${sentences.length} plain ones`);
  }
  return gold.map((sentence) =>
    [...sentence.byAnnotator.values()].map((edits) => edited(sentence, edits)),
  );
}

/** Whether `after` is nearer to the gold than `before`, counted in words and marks. */
export function isNearer(gold: readonly string[], before: string, after: string): boolean {
  return distance(gold, wordsOf(after)) < distance(gold, wordsOf(before));
}

function goldSentence(block: string): GoldSentence {
  const [first = '', ...rest] = block.trim().split('\n');
  const byAnnotator = new Map<number, GoldEdit[]>();
  for (const line of rest) {
    const [place = '', type, correction = '', , , annotator] = line.slice(2).split('|||');
    const edits = byAnnotator.get(Number(annotator)) ?? [];
    byAnnotator.set(Number(annotator), edits);
    const [from = -1, to = -1] = place.split(' ').map(Number);
    if (type === 'noop' || from < 0) continue;
    const [best = ''] = correction.split('||');
    edits.push({ from, to, tokens: best === '-NONE-' || best === '' ? [] : best.split(' ') });
  }
  return { tokens: first.slice(2).split(' '), byAnnotator };
}

function edited(sentence: GoldSentence, edits: readonly GoldEdit[]): readonly string[] {
  const tokens: string[] = [];
  let position = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < position) continue;
    tokens.push(...sentence.tokens.slice(position, edit.from), ...edit.tokens);
    position = edit.to;
  }
  tokens.push(...sentence.tokens.slice(position));
  return wordsOf(tokens.join(' '));
}

/**
 * Words and marks alike from tokenised and from plain text: `do n't` and `don't`, `well - known`
 * and `well-known` come out the same, and so do straight and curly quotes.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/[‘’`]/gu, "'")
    .replace(/[“”]|''|``/gu, '"')
    .replace(/ (n't|'(?:s|re|ve|ll|d|m|S))(?= |$|\W)/gu, '$1')
    .replace(/ *- */gu, '-')
    .replace(/\b(can) (not)\b/giu, '$1$2');
  return plain.match(/[\p{L}\p{M}\p{N}']+|[^\s\p{L}\p{M}\p{N}']/gu) ?? [];
}

/** Levenshtein over words. */
function distance(a: readonly string[], b: readonly string[]): number {
  let previous = b.map((_, index) => index + 1);
  for (const [row, word] of a.entries()) {
    let diagonal = row;
    let left = row + 1;
    previous = b.map((other, column) => {
      const above = previous[column] ?? 0;
      left = Math.min(above + 1, left + 1, diagonal + (word === other ? 0 : 1));
      diagonal = above;
      return left;
    });
  }
  return previous.at(-1) ?? a.length;
}
