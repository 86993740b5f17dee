import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrate } from '../../src/core/arbitrate.ts';
import { documentOf } from '../../src/core/document.ts';
import { applyEdits } from '../../src/core/edit.ts';
import { appliedEdits, type Finding } from '../../src/core/finding.ts';
import type { Pipeline, Severity } from '../../src/core/pipeline.ts';

const text = 'We recieved the the letter, and a apple is not here.';
const document = documentOf([{ kind: 'paragraph', text, frozen: [] }]);

function pipeline(rules: Readonly<Record<string, Severity>> = {}): Pipeline {
  return {
    name: 'test',
    description: '',
    dialect: 'en-US',
    thresholds: { apply: 0.9, suggest: 0.5 },
    stages: [{ name: 'stage', severity: 'apply', options: {}, rules }],
  };
}

function finding(before: string, after: string | undefined, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(before);
  const span = { start, end: start + before.length };
  const corrections = after === undefined ? [] : [{ span, before, after }];
  const base = { stage: 'stage', rule: 'rule', message: 'It is wrong.', confidence: 0.95 };
  return { ...base, span, corrections, ...more };
}

describe('arbitrate', () => {
  it('sorts by confidence', () => {
    const decided = arbitrate(
      document,
      [
        finding('recieved', 'received'),
        finding('a apple', 'an apple', { confidence: 0.7 }),
        finding('letter', 'letters', { confidence: 0.3 }),
        finding('here', undefined),
      ],
      pipeline(),
    );
    expect(decided.map(({ decision }) => decision)).toEqual([
      'applied',
      'suggested',
      'noted',
      'noted',
    ]);
  });

  it('lets the pipeline lower a rule, with the reason, or switch it off', () => {
    const rules = { a: 'suggest', b: 'note', c: 'off' } as const;
    const decided = arbitrate(
      document,
      [
        finding('recieved', 'received', { rule: 'a' }),
        finding('a apple', 'an apple', { rule: 'b' }),
        finding('letter', 'letters', { rule: 'c' }),
      ],
      pipeline(rules),
    );
    expect(decided.map(({ decision, reason }) => [decision, reason !== undefined])).toEqual([
      ['suggested', true],
      ['noted', false],
    ]);
  });

  it('never applies what changes a negation', () => {
    const [decided] = arbitrate(document, [finding('not', 'now')], pipeline());
    expect(decided).toMatchObject({ decision: 'suggested', reason: /negation/ });
  });

  it('keeps the better of two that claim the same words, and the loser with the reason', () => {
    const [loser, winner] = arbitrate(
      document,
      [
        finding('recieved', 'relieved', { confidence: 0.92 }),
        finding('recieved', 'received', { confidence: 0.99, stage: 'stage' }),
      ],
      pipeline(),
    );
    expect(winner?.decision).toBe('applied');
    expect(loser).toMatchObject({ decision: 'noted', reason: /same words/ });
  });

  it('takes a suggestion that holds another whole', () => {
    const part = finding('a apple', 'an apple', { confidence: 0.75 });
    const whole = finding('and a apple', 'and an apples', { confidence: 0.7 });
    const [inner, outer] = arbitrate(document, [part, whole], pipeline());
    expect(inner?.decision).toBe('noted');
    expect(outer?.decision).toBe('suggested');
    const unsure = finding('and a apple', 'and an apples', { confidence: 0.55 });
    const [kept, lost] = arbitrate(document, [part, unsure], pipeline());
    expect(kept?.decision).toBe('suggested');
    expect(lost?.decision).toBe('noted');
  });

  it('keeps the better of two that put a word in side by side', () => {
    const at = text.indexOf('letter');
    const insertion = (start: number, after: string): Finding['corrections'] => [
      { span: { start, end: start }, before: '', after },
    ];
    const [better, worse] = arbitrate(
      document,
      [
        finding('letter', 'a letter', { corrections: insertion(at, 'long ') }),
        finding('the', 'the long', {
          stage: 'other',
          confidence: 0.8,
          corrections: insertion(at - 1, ' long'),
        }),
      ],
      pipeline(),
    );
    expect(better?.decision).toBe('applied');
    expect(worse).toMatchObject({ decision: 'noted' });
  });

  it('leaves applied and suggested first corrections that never overlap', () => {
    const anySpan = fc
      .tuple(
        fc.nat(text.length),
        fc.nat(8),
        fc.string({ maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([start, length, after, confidence]): Finding => {
        const span = { start, end: Math.min(text.length, start + length) };
        const before = text.slice(span.start, span.end);
        return {
          stage: 'stage',
          rule: 'rule',
          message: '',
          confidence,
          span,
          corrections: before === after ? [] : [{ span, before, after }],
        };
      });
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 30 }), (findings) => {
        const decided = arbitrate(document, findings, pipeline());
        expect(decided).toHaveLength(findings.length);
        expect(() => applyEdits(text, appliedEdits(decided))).not.toThrow();
        const all = decided.map((one) =>
          one.decision === 'suggested' ? { ...one, decision: 'applied' as const } : one,
        );
        expect(() => applyEdits(text, appliedEdits(all))).not.toThrow();
      }),
    );
  });
});
