import type { TextEdit } from './edit.ts';
import type { DecidedFinding } from './finding.ts';
import { bySpan, overlaps, type TextSpan } from './span.ts';

/** Something to be said of a stretch of the original text, in the margin. Lines of `text` are paragraphs. */
export interface Remark {
  readonly span: TextSpan;
  readonly text: string;
}

/** A redline with more comments than this opens slowly and is not read to its end; the report has them all. */
const remarksMax = 500;

/** A note whose correction is less likely than this says what it saw, and no wording. */
const wordingConfidenceMin = 0.2;

/**
 * What a redline remarks, in the order of the text: the suggestions, and the notes but for those that only lost
 * their words to another finding, or that are of spaces alone: no reader sees those, and the report has them. Where there are too many, suggestions go first.
 */
export function remarksOf(findings: readonly DecidedFinding[], text: string): readonly Remark[] {
  const suggested = findings.filter(({ decision }) => decision === 'suggested');
  const claims = findings.flatMap(({ decision, corrections: [first] }) =>
    decision !== 'noted' && first ? [first.span] : [],
  );
  const noted = findings.filter(({ decision, corrections: [first] }) => {
    const lost = first && claims.some((claim) => overlaps(claim, first.span));
    return decision === 'noted' && !lost && !(first && isUnseen(first));
  });
  const remarks = [...suggested, ...noted].map((finding) => remarkOf(finding, text));
  return distinct(remarks).slice(0, remarksMax).sort(bySpan);
}

function isUnseen({ before, after }: TextEdit): boolean {
  return before !== '' && `${before}${after}`.trim() === '';
}

/** What a correction makes of the stretch that covers both `span` and its own. */
export function wordingOver(span: TextSpan, edit: TextEdit, text: string): string {
  const head = text.slice(Math.min(span.start, edit.span.start), edit.span.start);
  const tail = text.slice(edit.span.end, Math.max(span.end, edit.span.end));
  return head + edit.after + tail;
}

function remarkOf(finding: DecidedFinding, text: string): Remark {
  const { corrections, message, decision, confidence } = finding;
  const span = corrections[0]?.span ?? finding.span;
  const hasWording = decision === 'suggested' || confidence >= wordingConfidenceMin;
  const wording = hasWording ? wordingLine(span, corrections, text) : undefined;
  return { span, text: wording === undefined ? message : `${message}\n${wording}` };
}

/** `Suggestion: “there” → “their”, or “they’re”.` */
function wordingLine(
  span: TextSpan,
  corrections: readonly TextEdit[],
  text: string,
): string | undefined {
  const [first, ...others] = corrections;
  if (!first) return undefined;
  const alternatives = others.map((other) => `, or “${wordingOver(span, other, text)}”`).join('');
  return `Suggestion: ${changeOf(first)}${alternatives}.`;
}

function changeOf({ before, after }: TextEdit): string {
  if (before === '') return `insert “${after}”`;
  return after === '' ? `leave out “${before}”` : `“${before}” → “${after}”`;
}

function distinct(remarks: readonly Remark[]): readonly Remark[] {
  const keyed = remarks.map(
    (remark) => [`${remark.span.start} ${remark.span.end} ${remark.text}`, remark] as const,
  );
  return [...new Map(keyed).values()];
}
