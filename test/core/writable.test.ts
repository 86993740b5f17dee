import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/core/document.ts';
import type { Finding } from '../../src/core/finding.ts';
import { newWritable } from '../../src/core/writable.ts';

const text = "He said it's a cafe.";
const plain = documentOf([{ kind: 'paragraph', text, frozen: [] }]);
const older = { ...plain, characters: 'é' };

function finding(before: string, ...after: readonly string[]): Finding {
  const start = text.indexOf(before);
  const span = { start, end: start + before.length };
  const corrections = after.map((each) => ({ span, before, after: each }));
  return { stage: 's', rule: 'r', span, message: 'Wrong.', confidence: 0.9, corrections };
}

const afterOf = (one: Finding): readonly string[] => one.corrections.map(({ after }) => after);

describe('what can be written', () => {
  it('is everything where the file has all characters', () => {
    const one = finding("it's", 'it’s');
    expect(newWritable(plain)(one)).toBe(one);
  });

  it('is written as it is where the file has the character', () => {
    expect(afterOf(newWritable(older)(finding('cafe', 'café')))).toEqual(['café']);
  });

  it('falls back to what a typewriter has', () => {
    expect(afterOf(newWritable(older)(finding('said', 'said “so”—')))).toEqual(['said "so"--']);
  });

  it('goes where nothing is left of it, with the reason', () => {
    const one = newWritable(older)(finding("it's", 'it’s'));
    expect(one.corrections).toEqual([]);
    expect(one.unwritable).toBe('The encoding of the file does not have the character “’”.');
  });

  it('goes where there is no substitute, and the next correction takes its place', () => {
    expect(afterOf(newWritable(older)(finding('cafe', 'cafœ', 'café')))).toEqual(['café']);
  });

  it('leaves a remark without a correction as it is', () => {
    expect(newWritable(older)(finding('cafe')).unwritable).toBeUndefined();
  });
});
