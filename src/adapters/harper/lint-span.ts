import type { Lint } from 'harper.js';
import type { TextSpan } from '../../core/span.ts';

/**
 * Where a lint is, in UTF-16 units.
 * Harper counts characters inside; `span()` of harper.js 2.10.0 has turned that into units already.
 * Other versions may not have, so each span proves itself by the text that it holds: throws where it does not.
 */
export function spanOf(lint: Pick<Lint, 'span' | 'get_problem_text'>, paragraph: string): TextSpan {
  const given = lint.span();
  const span = { start: given.start, end: given.end };
  given.free();
  if (paragraph.slice(span.start, span.end) !== lint.get_problem_text()) {
    throw new Error(`the span of a lint, ${span.start} to ${span.end}, does not hold its text`);
  }
  return span;
}
