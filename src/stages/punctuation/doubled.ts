import { abbreviations } from '../../core/abbreviations.ts';
import type { Passage, Token } from '../../core/passage.ts';
import type { PassageRemark } from '../../core/passage-plugin.ts';

/** Marks that stand twice or beside one that replaces them. Ellipses, “?!” and “!!” are the author's. */
export function* doubledMarks({ tokens }: Passage): Iterable<PassageRemark> {
  for (let index = 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'mark' || !/^[,;.]/.test(token.text)) continue;
    const run = marksFrom(tokens, index);
    const remark = run.length > 1 ? remarkOn(tokens, index, run) : undefined;
    if (remark) yield remark;
    index += Math.max(0, tokensIn(tokens, index, run) - 1);
  }
}

/** The run of commas, semicolons and stops that starts here; the parser joins some and parts others. */
function marksFrom(tokens: readonly Token[], index: number): string {
  let run = '';
  for (let at = index; tokens[at]?.kind === 'mark'; at += 1) {
    if (!/^[,;.]+$/.test(tokens[at]?.text ?? '')) break;
    run += tokens[at]?.text;
  }
  return run;
}

function tokensIn(tokens: readonly Token[], index: number, run: string): number {
  let length = 0;
  let at = index;
  while (length < run.length) {
    length += tokens[at]?.text.length ?? run.length;
    at += 1;
  }
  return at - index;
}

function remarkOn(tokens: readonly Token[], index: number, run: string): PassageRemark | undefined {
  const before = tokens[index - 1];
  const start = tokens[index]?.span.start ?? 0;
  const span = { start, end: start + run.length };
  const after = tokens[index + tokensIn(tokens, index, run)];
  if (before?.kind !== 'word' && !/^[)"”’\]]$/u.test(before?.text ?? '')) return undefined;
  if (run === ',,' || run === ', ,' || run === ';;') {
    return after?.kind === 'mark' ? undefined : doubled(span, run.charAt(0));
  }
  if (run === ',.' && isEnd(after)) {
    return {
      rule: 'comma-before-stop',
      span,
      message: 'Either a comma or a full stop belongs here, not both.',
      expected: ['.'],
    };
  }
  if (run !== '..' || !isEnd(after) || before?.kind !== 'word') return undefined;
  const shortened = before.text.endsWith('.') || abbreviations.has(before.lower);
  return { ...doubled(span, '.'), confidence: shortened || !after ? 0.92 : 0.7 };
}

function doubled(span: PassageRemark['span'], mark: string): PassageRemark {
  return {
    rule: 'doubled-mark',
    span,
    message: `“${mark}” stands twice.`,
    expected: [mark],
  };
}

function isEnd(token: Token | undefined): boolean {
  return !token || token.kind === 'space';
}
