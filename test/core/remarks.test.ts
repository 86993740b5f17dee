import { describe, expect, it } from 'vitest';
import type { DecidedFinding } from '../../src/core/finding.ts';
import { remarksOf } from '../../src/core/remarks.ts';

const text = 'One there of three, and then one.';

describe('what a redline remarks', () => {
  it('is a suggestion with its alternatives', () => {
    const [remark] = remarksOf([finding({ after: ['their', 'they are'] })], text);
    expect(remark).toEqual({
      span: { start: 4, end: 9 },
      text: 'A message.\nSuggestion: “there” → “their”, or “they are”.',
    });
  });

  it.each([
    ['insert “,”', { start: 9, end: 9, after: [','] }],
    ['leave out “ of”', { start: 9, end: 12, after: [''] }],
  ])('says %s', (words, change) => {
    expect(remarksOf([finding(change)], text)[0]?.text).toBe(`A message.\nSuggestion: ${words}.`);
  });

  it('is a note, with a wording where that is likely enough', () => {
    const noted = { decision: 'noted', after: ['their'] } as const;
    expect(textsOf([finding({ ...noted, confidence: 0.1 })])).toEqual(['A message.']);
    expect(textsOf([finding({ ...noted, confidence: 0.3 })])[0]).toContain('“their”');
    expect(textsOf([finding({ decision: 'noted', after: [] })])).toEqual(['A message.']);
  });

  it('is not what was applied, nor what lost its words to another finding', () => {
    expect(textsOf([finding({ decision: 'applied', after: ['their'] })])).toEqual([]);
    const lost = finding({ decision: 'noted', after: ['they'] });
    expect(textsOf([finding({ decision: 'applied', after: ['their'] }), lost])).toEqual([]);
    expect(textsOf([finding({ after: ['their'] }), lost])).toHaveLength(1);
  });

  it('is not a note on spaces alone, which no reader sees; one that lacks is seen', () => {
    const noted = { decision: 'noted', confidence: 0.5 } as const;
    expect(textsOf([finding({ ...noted, after: [''], start: 9, end: 10 })])).toEqual([]);
    expect(textsOf([finding({ ...noted, after: [' '], start: 9, end: 9 })])).toHaveLength(1);
    expect(textsOf([finding({ after: [''], start: 9, end: 10 })])).toHaveLength(1);
  });

  it('is said once, in the order of the text, suggestions before notes where there are too many', () => {
    const note = finding({ decision: 'noted', after: [], start: 0, end: 3 });
    const suggestion = finding({ after: ['their'] });
    expect(remarksOf([suggestion, note, note], text).map(({ span }) => span.start)).toEqual([0, 4]);
    const many = Array.from({ length: 600 }, (_, index) => ({
      ...note,
      message: `Note ${index}.`,
    }));
    const kept = remarksOf([...many, suggestion], text);
    expect(kept).toHaveLength(500);
    expect(kept.at(-1)?.text).toContain('Suggestion');
  });
});

interface Given {
  readonly decision?: DecidedFinding['decision'];
  readonly confidence?: number;
  readonly after: readonly string[];
  readonly start?: number;
  readonly end?: number;
}

function finding({ decision = 'suggested', confidence = 0.6, after, start = 4, end = 9 }: Given) {
  const span = { start, end };
  const before = text.slice(start, end);
  return {
    stage: 'test',
    rule: 'rule',
    span,
    message: 'A message.',
    confidence,
    corrections: after.map((words) => ({ span, before, after: words })),
    decision,
  } satisfies DecidedFinding;
}

function textsOf(findings: readonly DecidedFinding[]): readonly string[] {
  return remarksOf(findings, text).map((remark) => remark.text);
}
