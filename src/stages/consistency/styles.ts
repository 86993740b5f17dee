import { type Passage, type Token, wordAfter, wordBefore } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';
import { minorityRemarks, type Use } from './choice.ts';

/** Lists of single words: “red, white, and blue” against “red, white and blue”. */
export function serialCommaRemarks(passages: readonly Passage[]): readonly PassageRemark[] {
  const uses = passages.flatMap(({ tokens }) =>
    tokens.flatMap((token, index) =>
      token.lower === 'and' || token.lower === 'or' ? (listEnd(tokens, index) ?? []) : [],
    ),
  );
  return minorityRemarks('mixed-serial-comma', uses, ({ text }, form) =>
    form === withComma ? `${text},` : text.replace(/,$/, ''),
  ).map((remark) => ({ ...remark, message: remark.message.replace('Written', 'Lists end with') }));
}

const withComma = 'a comma before the last item';
const withoutComma = 'no comma before the last item';

/** `x, y[,] and z` with one word each; the word before `and`, with its comma if there is one. */
function listEnd(tokens: readonly Token[], index: number): Use | undefined {
  const after = tokens[wordAfter(tokens, index)];
  const serial = tokens[index - 2]?.text === ',';
  const last = serial ? index - 3 : wordBefore(tokens, index);
  const item = tokens[last];
  const first = tokens[last - 3];
  if (item?.kind !== 'word' || after?.kind !== 'word' || tokens[last - 1]?.kind !== 'space')
    return undefined;
  if (tokens[last - 2]?.text !== ',' || first?.kind !== 'word') return undefined;
  // A list has a word before its first item too; “However, cats and dogs” is none.
  if (!/^\p{Ll}{3,}$/u.test(first.text) || !/^\p{Ll}{3,}$/u.test(item.text)) return undefined;
  if (/ing$/.test(item.text)) return undefined;
  if (!isInList(tokens, last - 3)) return undefined;
  const end = serial ? item.span.end + 1 : item.span.end;
  return {
    form: serial ? withComma : withoutComma,
    span: { start: item.span.start, end },
    text: serial ? `${item.text},` : item.text,
  };
}

/** Another comma before the first item, a colon or a word that brings in a list; an opening phrase has none of them. */
function isInList(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 2];
  if (/^[,:]$/.test(before?.text ?? '')) return true;
  const word = tokens[wordBefore(tokens, first)]?.lower ?? '';
  return /^(?:of|with|including|like|between|as)$/.test(word);
}

/** `5%`, `5 percent` and `5 per cent`. */
export function percentRemarks(passages: readonly Passage[]): readonly PassageRemark[] {
  const uses = passages.flatMap(({ tokens, block }) =>
    block.kind === 'table-cell' ? [] : tokens.flatMap((_, index) => percentAt(tokens, index) ?? []),
  );
  return minorityRemarks('mixed-percent', uses, () => undefined);
}

function percentAt(tokens: readonly Token[], index: number): Use | undefined {
  const token = tokens[index];
  if (token?.kind !== 'word' || !/^\d[\d.]*$/.test(token.text)) return undefined;
  const sign = tokens[index + 1];
  const start = token.span.start;
  if (sign?.text === '%') return { form: '%', span: { start, end: sign.span.end }, text: '%' };
  const word = tokens[wordAfter(tokens, index)];
  if (word?.lower === 'percent')
    return { form: 'percent', span: { start, end: word.span.end }, text: word.text };
  const cent =
    word?.lower === 'per' ? tokens[wordAfter(tokens, wordAfter(tokens, index))] : undefined;
  return cent?.lower === 'cent'
    ? { form: 'per cent', span: { start, end: cent.span.end }, text: 'per cent' }
    : undefined;
}
