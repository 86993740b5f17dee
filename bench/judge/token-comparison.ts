import { type Token, withoutAuthors } from './word.ts';

/** Everything but text. */
export function isThing(token: Token): boolean {
  return token.kind === 'thing';
}

/** Things that stand between two letters and take no room there. */
const zeroWidth =
  /^<w:(?:bookmark|commentRange|perm|moveFromRange|moveToRange)(?:Start|End)|^<w:proofErr/;

/** Whether a token takes room: `tokens` are those that it stands among, at `index`. */
export function takesRoom(token: Token, index: number, tokens: readonly Token[]): boolean {
  const opening = token.kind === 'thing' && token.value === '</>' ? tokens[index - 1] : token;
  return opening?.kind !== 'thing' || !zeroWidth.test(opening.value);
}

/** The bare text between all the other things. */
export function withoutLook(tokens: readonly Token[]): readonly Token[] {
  return joined(tokens.map((token) => (token.kind === 'text' ? { ...token, look: '' } : token)));
}

/**
 * How the text looks, whoever inserted it: new text within somebody's insertion is, in the redline, an insertion of
 * ours beside theirs, as only deletions may nest, and in the corrected copy a part of theirs.
 */
export function faces(tokens: readonly Token[]): readonly Token[] {
  return joined(tokens.map(withoutAuthors));
}

/** Neighbours of one look made one. */
function joined(tokens: readonly Token[]): readonly Token[] {
  const plain: Token[] = [];
  for (const token of tokens) {
    const last = plain.at(-1);
    const continues = token.kind === 'text' && last?.kind === 'text' && last.look === token.look;
    if (continues) plain.splice(-1, 1, { ...last, text: last.text + token.text });
    else plain.push(token);
  }
  return plain;
}

/** Where two lines of tokens part, told without their text. Undefined when they are equal. */
export function firstDifference(
  left: readonly Token[],
  right: readonly Token[],
): string | undefined {
  const longer = Math.max(left.length, right.length);
  for (let index = 0; index < longer; index += 1) {
    const fault = differenceOf(left[index], right[index]);
    if (fault !== undefined) return `token ${index} of ${longer}: ${fault}`;
  }
  return undefined;
}

function differenceOf(left: Token | undefined, right: Token | undefined): string | undefined {
  if (left?.kind === 'text' && right?.kind === 'text') {
    if (left.text !== right.text)
      return `text of ${left.text.length} and ${right.text.length} characters`;
    return left.look === right.look ? undefined : 'another look';
  }
  if (left?.kind === 'thing' && right?.kind === 'thing' && left.value === right.value)
    return undefined;
  return `${sortOf(left)} against ${sortOf(right)}`;
}

function sortOf(token: Token | undefined): string {
  if (!token) return 'nothing';
  return token.kind === 'text' ? 'text' : (/^<\/?[^\s>]*/.exec(token.value)?.[0] ?? 'a thing');
}

/** How many looks the corrected copy has that the original lacks. */
export function newLooks(original: readonly Token[], corrected: readonly Token[]): number {
  const looksOf = (tokens: readonly Token[]): Set<string> =>
    new Set(tokens.flatMap((token) => (token.kind === 'text' ? [token.look] : [])));
  const known = looksOf(original);
  return [...looksOf(corrected)].filter((look) => !known.has(look)).length;
}
