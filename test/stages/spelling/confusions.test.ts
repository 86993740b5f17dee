import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { confusionLines, confusionWeightsIn } from '../../../src/stages/spelling/confusions.ts';
import { countSlips, type Letters, slips } from '../../../src/stages/spelling/edit-path.ts';

const shipped = new URL('../../../dictionaries/en-confusions.txt', import.meta.url);

function lettersOf(word: string): Letters {
  return { codes: Uint8Array.from(word, (letter) => letter.charCodeAt(0)), length: word.length };
}

function weightOf(wrong: string, right: string, line: string): number {
  const weights = confusionWeightsIn(line);
  const into = { counts: new Float64Array(slips.length), confusions: [] as number[] };
  countSlips(lettersOf(wrong), lettersOf(right), into);
  return into.confusions.reduce((sum, confusion) => sum + (weights[confusion] ?? 0), 0);
}

it.each([
  ['seperate', 'separate', 'replaced\ta\te\t0.5'],
  ['ospital', 'hospital', 'missing\t^\th\t0.5'],
  ['ocurred', 'occurred', 'missing\tc\tc\t0.5'],
  ['untill', 'until', 'extra\tl\tl\t0.5'],
  ['recieve', 'receive', 'swapped\te\ti\t0.5'],
  ['fone', 'phone', 'written-as-one\tp\th\t0.5'],
  ['phlag', 'flag', 'written-as-two\tp\th\t0.5'],
  ['dont', "don't", "missing\tn\t'\t0.5"],
])('a line weighs the slip in %s', (wrong, right, line) => {
  expect(weightOf(wrong, right, line)).toBe(0.5);
  expect(weightOf(wrong, right, line.replace(/^\S+/, 'no-kind'))).toBe(0);
});

it('writes the lines that it reads', () => {
  const text = readFileSync(shipped, 'utf8');
  expect(`${confusionLines(confusionWeightsIn(text)).join('\n')}\n`).toBe(text);
  expect(text.split('\n').length).toBeGreaterThan(300);
});
