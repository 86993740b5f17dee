import type { Passage, Token } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';

/**
 * A double quotation mark without its partner in the paragraph. A quotation over several paragraphs opens in each
 * and closes in the last, so a paragraph that starts with an opening mark owes none.
 */
export function* unbalancedQuotes({ tokens }: Passage): Iterable<PassageRemark> {
  let opened: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'mark' || !/^["“”]$/u.test(token.text)) continue;
    if (token.text === '"' && /\d$/.test(tokens[index - 1]?.text ?? '')) {
      if (opened) opened = undefined;
      continue;
    }
    const opens = token.text === '“' || (token.text === '"' && !opened);
    if (!opens && !opened) yield remarkOn(token, 'It closes a quotation that was not opened.');
    opened = opens ? token : undefined;
  }
  if (opened && opened !== tokens[0]) {
    yield remarkOn(opened, 'It opens a quotation that is not closed in this paragraph.');
  }
}

function remarkOn(mark: Token, what: string): PassageRemark {
  return {
    rule: 'unbalanced-quotes',
    span: mark.span,
    message: `This quotation mark has no partner. ${what}`,
  };
}
