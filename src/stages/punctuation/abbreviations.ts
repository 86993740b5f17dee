import type { Passage } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';

/** Abbreviations that are written with every stop or with none, never with all but the last. */
const halfStopped = /^(?:e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|U\.N|U\.S\.A|D\.C|Ph\.D|B\.A|M\.A|et\.al)$/u;

export function* abbreviationStops({ tokens }: Passage): Iterable<PassageRemark> {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !halfStopped.test(token.text)) continue;
    if (tokens[index + 1]?.text.startsWith('.') || /^[-–/]/u.test(tokens[index + 1]?.text ?? ''))
      continue;
    yield {
      rule: 'abbreviation-stop',
      span: token.span,
      message: `“${token.text}.” is written with its last stop too.`,
      expected: [`${token.text}.`],
    };
  }
}
