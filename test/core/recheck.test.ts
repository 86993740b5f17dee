import { describe, expect, it } from 'vitest';
import { arbitrate } from '../../src/core/arbitrate.ts';
import { documentOf } from '../../src/core/document.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Pipeline } from '../../src/core/pipeline.ts';
import type { Proofreader } from '../../src/core/proofread.ts';
import { recheck } from '../../src/core/recheck.ts';

const pipeline: Pipeline = {
  name: 'test',
  description: '',
  dialect: 'en-US',
  thresholds: { apply: 0.9, suggest: 0.5 },
  stages: [],
};

/** A proofreader that knows wrong words and what to make of them. */
function knowing(words: Readonly<Record<string, string>>): Proofreader {
  return async (document) => {
    const findings: Finding[] = [];
    for (const match of document.text.matchAll(/\w+/g)) {
      const after = words[match[0]];
      if (after === undefined) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      findings.push({
        stage: 'words',
        rule: match[0],
        message: `“${match[0]}” is wrong.`,
        confidence: 0.95,
        span,
        corrections: [{ span, before: match[0], after }],
      });
    }
    return { findings, notChecked: [] };
  };
}

async function decisions(paragraphs: readonly string[], proofread: Proofreader) {
  const document = documentOf(paragraphs.map((text) => ({ kind: 'paragraph', text, frozen: [] })));
  const { findings } = await proofread(document);
  const decided = await recheck(document, arbitrate(document, findings, pipeline), {
    proofread,
    pipeline,
  });
  return decided.map(({ rule, decision, reason }) => ({ rule, decision, reason }));
}

describe('recheck', () => {
  it('leaves corrections alone that leave nothing new', async () => {
    const found = await decisions(
      ['teh cat', 'a letter adn teh cat'],
      knowing({ teh: 'the', adn: 'and' }),
    );
    expect(found.map(({ decision }) => decision)).toEqual(['applied', 'applied', 'applied']);
  });

  it('takes back the correction that makes a new finding, and only that', async () => {
    const found = await decisions(
      ['teh cat', 'teh dog sat adn ran'],
      knowing({ teh: 'the', adn: 'ans', ans: 'and' }),
    );
    expect(found).toEqual([
      { rule: 'teh', decision: 'applied', reason: undefined },
      { rule: 'teh', decision: 'applied', reason: undefined },
      { rule: 'adn', decision: 'suggested', reason: expect.stringContaining('“ans” is wrong') },
    ]);
  });

  it('does not blame a correction for what only the choice of paragraphs shows', async () => {
    const words = knowing({ teh: 'the' });
    // Finds fault with every "!" as long as most sentences end otherwise.
    const counting: Proofreader = async (document) => {
      const { findings, notChecked } = await words(document);
      const loud = [...document.text.matchAll(/!/g)].map(({ index }): Finding => {
        const span = { start: index, end: index + 1 };
        const corrections = [{ span, before: '!', after: '.' }];
        const message = 'Elsewhere the document has “.”.';
        return { stage: 'counts', rule: 'loud', message, confidence: 0.6, span, corrections };
      });
      const calm = document.text.match(/\./g)?.length ?? 0;
      return { findings: [...findings, ...(calm > loud.length ? loud : [])], notChecked };
    };
    const found = await decisions(
      ['Calm.', 'Calm.', 'See teh cat! See it sit.'],
      async (document) =>
        // The corrected paragraph alone has one of each, unless the correction is counted as a sentence.
        counting(
          document.text.includes('the') ? { ...document, text: `${document.text} .` } : document,
        ),
    );
    expect(found.map(({ rule, decision }) => [rule, decision])).toEqual([
      ['teh', 'applied'],
      ['loud', 'suggested'],
    ]);
  });

  it('ends even when every correction makes trouble', async () => {
    const circle = knowing({ a: 'b', b: 'c', c: 'd', d: 'e', e: 'f', f: 'a' });
    const found = await decisions(['a', 'a b c d e f a b c d e f'], circle);
    const again = found.filter(({ decision }) => decision === 'applied');
    expect(found.length).toBe(13);
    expect(again.length).toBeLessThan(13);
  });
});
