import fc from 'fast-check';
import type { LooseBlock } from '../../src/core/document.ts';
import { documentOf } from '../../src/core/document.ts';
import type { DecidedFinding } from '../../src/core/finding.ts';
import { sourceOf } from './sample.ts';

const loose: fc.Arbitrary<LooseBlock> = fc.record({
  kind: fc.constantFrom('paragraph', 'heading', 'list-item'),
  text: fc.string({ unit: fc.constantFrom(...'ab <&>"\'=`\\\u00A0é😀'), maxLength: 40 }),
  frozen: fc.constant([]),
});

/** A report's source with random text and findings; applied edits do not overlap, everything else may. */
export const anySource = fc
  .tuple(
    fc.array(loose, { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.string({ maxLength: 6 }), fc.nat(2)), {
      maxLength: 12,
    }),
  )
  .map(([blocks, seeds]) => {
    const document = documentOf(blocks);
    let free = 0;
    const findings = seeds
      .map(([at, length, after, decision]) => ({
        at: at % (document.text.length + 1),
        length,
        after,
        decision,
      }))
      .sort((a, b) => a.at - b.at)
      .map(({ at, length, after, decision }): DecidedFinding => {
        const home = document.blocks.findLast((block) => block.span.start <= at);
        const end = Math.min(at + length, home?.span.end ?? at);
        const span = { start: Math.min(at, end), end };
        const mayApply = decision === 0 && span.start >= free;
        if (mayApply) free = span.end + 1;
        const before = document.text.slice(span.start, span.end);
        return {
          stage: 'spelling',
          rule: 'any',
          span,
          message: 'Please look at this.',
          confidence: 0.5,
          corrections: decision === 2 ? [] : [{ span, before, after }],
          decision: mayApply ? 'applied' : decision === 2 ? 'noted' : 'suggested',
        };
      });
    return sourceOf(blocks, findings);
  });
