import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence with its annotators' versions, as words and marks. */
export interface AnnotatedSentence {
  readonly text: string;
  readonly versions: readonly (readonly string[])[];
}

/** Reads `m2/<set>.dev.m2` beside `src/<set>.dev.txt`. */
export function readAnnotated(folder: string, set: string): readonly AnnotatedSentence[] {
  const sources = readFileSync(join(folder, 'src', `${set}.dev.txt`), 'utf8').split('\n');
  const blocks = readFileSync(join(folder, 'm2', `${set}.dev.m2`), 'utf8')
    .trim()
    .split(/\n\n+/);
  return blocks.map((block, index) => ({
    text: sources[index] ?? '',
    versions: versionsOf(block),
  }));
}

/** Whether an edit brings the sentence nearer to what some annotator wrote. */
export function isNearer(sentence: AnnotatedSentence, edited: string): boolean {
  const [now, then] = [piecesOf(edited), piecesOf(sentence.text)];
  return sentence.versions.some((version) => distance(now, version) < distance(then, version));
}

function versionsOf(block: string): readonly (readonly string[])[] {
  const [head = '', ...rows] = block.split('\n');
  const byAnnotator = new Map<string, [number, number, string][]>();
  for (const row of rows) {
    const [span = '', type = '', correction = '', , , annotator = ''] = row.slice(2).split('|||');
    const edits = byAnnotator.get(annotator) ?? [];
    byAnnotator.set(annotator, edits);
    const [from = -1, to = -1] = span.split(' ').map(Number);
    if (from >= 0 && type !== 'noop' && type !== 'UNK') {
      edits.push([from, to, correction.split('||')[0]?.replace('-NONE-', '') ?? '']);
    }
  }
  const tokens = head.slice(2).split(' ');
  if (byAnnotator.size === 0) return [piecesOf(tokens.join(' '))];
  return [...byAnnotator.values()].map((edits) => {
    const version = [...tokens];
    for (const [from, to, correction] of edits.sort((a, b) => b[0] - a[0] || b[1] - a[1])) {
      version.splice(from, to - from, ...(correction === '' ? [] : correction.split(' ')));
    }
    return piecesOf(version.join(' '));
  });
}

function piecesOf(text: string): readonly string[] {
  const plain = text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
  return plain.match(/[A-Za-zÀ-ɏ]+|\d+|[^\sA-Za-z0-9]/gu) ?? [];
}

/** How many pieces must be put in, taken out or exchanged. */
function distance(left: readonly string[], right: readonly string[]): number {
  let previous = right.map((_, at) => at).concat(right.length);
  left.forEach((piece, row) => {
    const current = [row + 1];
    right.forEach((other, at) => {
      const exchanged = (previous[at] ?? 0) + (piece === other ? 0 : 1);
      current.push(Math.min(exchanged, (previous[at + 1] ?? 0) + 1, (current[at] ?? 0) + 1));
    });
    previous = current;
  });
  return previous.at(-1) ?? 0;
}
