import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/core/document.ts';
import { agreement } from '../../src/stages/agreement/agreement.ts';
import { context } from '../../src/stages/context/context.ts';
import { proofreaderOf } from './cases.ts';

/** A sentence of so many words. */
const sentenceOf = (words: number): string => `It ${'is here and '.repeat(words / 3)}there.`;

describe.each([
  { stage: context, long: sentenceOf(900), short: sentenceOf(30) },
  { stage: agreement, long: sentenceOf(900), short: sentenceOf(300) },
  { stage: agreement, long: `It is ${'/x'.repeat(150)} there.`, short: 'It is there.' },
])('$stage.name', ({ stage, long, short }) => {
  it('says which sentences it did not look at, and only those', async () => {
    const proofread = proofreaderOf(stage);
    const text = `${short} ${long} ${short}`;
    const { notChecked } = await proofread(documentOf([{ kind: 'paragraph', text, frozen: [] }]));
    expect(notChecked.map(({ span }) => text.slice(span.start, span.end).trim())).toEqual([long]);
    expect(notChecked[0]).toMatchObject({
      stage: stage.name,
      reason: expect.stringContaining('long'),
    });
  });
});
