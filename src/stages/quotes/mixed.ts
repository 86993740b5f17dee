import type { Passage, Token } from '../../core/passage.ts';
import type { PassageContext, PassageRemark } from '../../core/passage-plugin.ts';

/** The majority must be this many times the minority before the minority is called a slip. */
const majorityRatioMin = 3;

/** More marks than these, and more than one in ten, are no slips: the writer has no style, and to choose one is a person's work. */
const slipsMax = 4;
const slipRatioMin = 10;

/** Seen, but not worth fifty questions. */
const unsettled = 0.4;

interface Tally {
  readonly straight: number;
  readonly curly: number;
}

interface Style {
  readonly quotes: Tally;
  readonly apostrophes: Tally;
}

const styles = new WeakMap<readonly Passage[], Style>();

/** Marks in the style that the document uses less. Where it uses both alike, nothing can be said of one mark. */
export function* mixedQuotes(
  { tokens }: Passage,
  { passages }: PassageContext,
): Iterable<PassageRemark> {
  const style = styles.get(passages) ?? styleOf(passages);
  styles.set(passages, style);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const remark =
      token?.kind === 'mark'
        ? quoteRemark(tokens, index, style.quotes)
        : token?.kind === 'word'
          ? apostropheRemark(token, style.apostrophes)
          : undefined;
    if (remark) yield remark;
  }
}

function styleOf(passages: readonly Passage[]): Style {
  const counts = { '"': 0, '”': 0, "'": 0, '’': 0 };
  for (const { tokens } of passages) {
    for (const [index, token] of tokens.entries()) {
      if (token.kind === 'mark' && isQuote(tokens, index))
        counts[token.text === '"' ? '"' : '”'] += 1;
      const apostrophe = token.kind === 'word' && /\p{L}(['’])\p{L}/u.exec(token.text)?.[1];
      if (apostrophe) counts[apostrophe === "'" ? "'" : '’'] += 1;
    }
  }
  return {
    quotes: { straight: counts['"'], curly: counts['”'] },
    apostrophes: { straight: counts["'"], curly: counts['’'] },
  };
}

/** Which style a mark should have: the one that clearly prevails, if the mark has the other. */
function shouldBe(
  mark: 'straight' | 'curly',
  { straight, curly }: Tally,
): 'straight' | 'curly' | undefined {
  if (mark === 'straight' && curly >= straight * majorityRatioMin) return 'curly';
  if (mark === 'curly' && straight >= curly * majorityRatioMin) return 'straight';
  return undefined;
}

function quoteRemark(
  tokens: readonly Token[],
  index: number,
  tally: Tally,
): PassageRemark | undefined {
  const token = tokens[index];
  if (!token || !isQuote(tokens, index)) return undefined;
  const wanted = shouldBe(token.text === '"' ? 'straight' : 'curly', tally);
  const expected = wanted === 'curly' ? curlyAt(tokens, index) : wanted && '"';
  if (!expected) return undefined;
  return {
    rule: 'mixed-quotes',
    span: token.span,
    message: `The document has ${counted(tally, 'quotation marks')}; this one is ${wanted === 'curly' ? 'straight' : 'curly'}.`,
    expected: [expected],
    ...unlessSlip(tally),
  };
}

/** Inches and seconds (6", 5′ 30") are written with the same mark. */
function isQuote(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text;
  if (text === '“' || text === '”') return true;
  return text === '"' && !/\d$/.test(tokens[index - 1]?.text ?? '');
}

function curlyAt(tokens: readonly Token[], index: number): string | undefined {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const open = !before || before.kind === 'space' || /^[([—–]$/u.test(before.text);
  const close = !after || after.kind === 'space' || /^[\p{P}]+$/u.test(after.text);
  if (open === close) return undefined;
  return open ? '“' : '”';
}

function apostropheRemark(token: Token, tally: Tally): PassageRemark | undefined {
  const at = token.text.search(/(?<=\p{L})['’](?=\p{L})/u);
  if (at < 0) return undefined;
  const straight = token.text.charAt(at) === "'";
  const wanted = shouldBe(straight ? 'straight' : 'curly', tally);
  if (!wanted) return undefined;
  const start = token.span.start + at;
  return {
    rule: 'mixed-apostrophes',
    span: { start, end: start + 1 },
    message: `The document has ${counted(tally, 'apostrophes')}; this one is ${straight ? 'straight' : 'curly'}.`,
    expected: [wanted === 'curly' ? '’' : "'"],
    ...unlessSlip(tally),
  };
}

function unlessSlip({ straight, curly }: Tally): { readonly confidence?: number } {
  const [fewer, more] = straight < curly ? [straight, curly] : [curly, straight];
  const isSlip = fewer <= slipsMax || more >= fewer * slipRatioMin;
  return isSlip ? {} : { confidence: unsettled };
}

function counted({ straight, curly }: Tally, what: string): string {
  return curly > straight
    ? `${curly} curly and ${straight} straight ${what}`
    : `${straight} straight and ${curly} curly ${what}`;
}
