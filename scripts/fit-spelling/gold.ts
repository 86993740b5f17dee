import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence with what its annotators made of it. */
export interface GoldSentence {
  readonly text: string;
  /** The corrections that some annotator made where they touch a stretch of the text; none means: leave alone. */
  correctionsAt(start: number, end: number): readonly string[];
}

interface GoldEdit {
  readonly from: number;
  readonly to: number;
  readonly correction: string;
}

/** Reads `m2/<set>.dev.m2` beside `src/<set>.dev.txt`; sentences whose tokens do not fit the text are left out. */
export function readGold(folder: string, set: string): readonly (GoldSentence | undefined)[] {
  const sources = readFileSync(join(folder, 'src', `${set}.dev.txt`), 'utf8').split('\n');
  const blocks = readFileSync(join(folder, 'm2', `${set}.dev.m2`), 'utf8')
    .trim()
    .split(/\n\n+/);
  return blocks.map((block, index) => sentenceOf(block, sources[index] ?? ''));
}

function sentenceOf(block: string, text: string): GoldSentence | undefined {
  const [head = '', ...rows] = block.split('\n');
  const tokens = head.slice(2).split(' ');
  const tokenOfLetter = tokens.flatMap((token, at) =>
    Array.from({ length: token.length }, () => at),
  );
  const letters = text.replaceAll(/\s/g, '');
  if (letters.length !== tokenOfLetter.length) return undefined;
  const edits = rows.flatMap(editOf);
  const tokenAt = (offset: number): number =>
    tokenOfLetter[text.slice(0, offset).replaceAll(/\s/g, '').length] ?? tokens.length;
  return {
    text,
    correctionsAt: (start, end) => {
      const [from, to] = [tokenAt(start), tokenAt(end - 1) + 1];
      return edits
        .filter((edit) => edit.from < to && from < edit.to)
        .map((edit) => edit.correction);
    },
  };
}

function editOf(row: string): readonly GoldEdit[] {
  const [span = '', type, correction = ''] = row.slice(2).split('|||');
  const [from = -1, to = -1] = span.split(' ').map(Number);
  return type === 'noop' || from < 0 ? [] : [{ from, to, correction }];
}
