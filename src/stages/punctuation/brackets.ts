import type { Passage, Token } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';

const partners: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Brackets without their partner in the paragraph; `a)`, `1)` and smileys are none. */
export function* unpairedBrackets({ tokens }: Passage): Iterable<PassageRemark> {
  const open: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'mark') continue;
    if (/^[([]$/.test(token.text)) open.push(token);
    const partner = partners[token.text];
    if (partner === undefined) continue;
    if (open.at(-1)?.text === partner) open.pop();
    else if (!isMarker(tokens, index)) yield remarkOn(token);
  }
  for (const token of open) yield remarkOn(token);
}

function remarkOn(token: Token): PassageRemark {
  return {
    rule: 'unpaired-bracket',
    span: token.span,
    message: `“${token.text}” has no partner in this paragraph.`,
  };
}

function isMarker(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (/^[:;8=-]$/.test(before?.text ?? '')) return true;
  return before?.kind === 'word' && /^(?:\p{L}|\d{1,3}|[ivxIVX]{1,4})$/u.test(before.text);
}
