import type { Passage } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';

const isForeign = /[，、]/u;

/** `tea，milk`: the comma of another keyboard between words in Latin letters. */
export function* foreignCommas({ tokens }: Passage): Iterable<PassageRemark> {
  let at = tokens[0]?.span.start ?? 0;
  const start = at;
  const text = tokens
    .map((token) => (token.kind === 'opaque' ? ' '.repeat(token.text.length) : token.text))
    .join('');
  if (!isForeign.test(text)) return;
  for (const found of text.matchAll(betweenLatin)) {
    at = start + found.index;
    yield {
      rule: 'foreign-comma',
      span: { start: at, end: at + found[0].length },
      message: 'English has a comma of its own, and a space after it.',
      expected: [', '],
    };
  }
}

const betweenLatin = /(?<=[\p{Script=Latin}\p{N}]) ?[，、] ?(?=[\p{Script=Latin}\p{N}])/gu;
