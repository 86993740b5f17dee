import type { Document } from './document.ts';
import { type TextEdit, trimEdit } from './edit.ts';
import type { DecidedFinding, Decision, Finding } from './finding.ts';
import { riskOf } from './guards.ts';
import type { Pipeline, Severity } from './pipeline.ts';
import { overlaps, type TextSpan } from './span.ts';
import { newWritable } from './writable.ts';

/**
 * Decides what becomes of each finding and settles which of two that claim the same words wins.
 * Nothing vanishes but what the pipeline switched off: a loser is noted with the reason.
 * The first corrections of all that are applied or suggested never overlap.
 */
export function arbitrate(
  document: Document,
  findings: readonly Finding[],
  pipeline: Pipeline,
): readonly DecidedFinding[] {
  const severityOf = severities(pipeline);
  const writable = newWritable(document);
  const decided = findings.flatMap((finding) => {
    const severity = severityOf(finding);
    if (severity === 'off') return [];
    const { unwritable, ...possible } = writable(trimmed(finding));
    const one = decide(possible, { severity, pipeline, text: document.text });
    if (unwritable !== undefined) return [demote(one, 'noted', unwritable)];
    return [document.checkOnly ? onlySuggested(one) : one];
  });
  return settleOverlaps(decided);
}

function onlySuggested(finding: DecidedFinding): DecidedFinding {
  if (finding.decision !== 'applied') return finding;
  return demote(finding, 'suggested', 'This kind of file cannot be corrected here.');
}

/** The same finding with a lower decision and the sentence that says why. */
export function demote(
  finding: DecidedFinding,
  decision: Decision,
  reason: string,
): DecidedFinding {
  return { ...finding, decision, reason };
}

/** The severity of each finding under a pipeline. */
export function severities(pipeline: Pipeline): (finding: Finding) => Severity {
  const stages = new Map(pipeline.stages.map((stage) => [stage.name, stage]));
  return ({ stage, rule }) => {
    const settings = stages.get(stage);
    return settings?.rules[rule] ?? settings?.severity ?? 'apply';
  };
}

function trimmed(finding: Finding): Finding {
  return { ...finding, corrections: finding.corrections.map(trimEdit) };
}

interface Terms {
  readonly severity: Severity;
  readonly pipeline: Pipeline;
  readonly text: string;
}

function decide(finding: Finding, terms: Terms): DecidedFinding {
  const [first] = finding.corrections;
  const { apply, suggest } = terms.pipeline.thresholds;
  if (!first || finding.confidence < suggest || terms.severity === 'note') {
    return { ...finding, decision: 'noted' };
  }
  if (finding.confidence < apply) return { ...finding, decision: 'suggested' };
  if (terms.severity === 'suggest') {
    return demote({ ...finding, decision: 'applied' }, 'suggested', 'The pipeline asks first.');
  }
  const risk = riskOf(first, terms.text);
  return risk
    ? demote({ ...finding, decision: 'applied' }, 'suggested', risk)
    : { ...finding, decision: 'applied' };
}

/** Claims are sorted into runs that hang together, and only within a run is anything compared. */
function settleOverlaps(decided: readonly DecidedFinding[]): readonly DecidedFinding[] {
  const claims = decided
    .flatMap((finding, index) => {
      const span = claimOf(finding);
      return span ? [{ index, finding, span }] : [];
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const settled = [...decided];
  for (const run of runsOf(claims)) {
    const winners: Claim[] = [];
    for (const claim of run.toSorted(byWorth)) {
      const rivals = winners.filter(
        (other) => overlaps(other.span, claim.span) || saysTheSame(other, claim),
      );
      if (rivals.length > 0 && rivals.every((rival) => isWithin(rival, claim))) {
        for (const rival of rivals) {
          settled[rival.index] = demote(rival.finding, 'noted', lostTo(claim, rival));
          winners.splice(winners.indexOf(rival), 1);
        }
        winners.push(claim);
        continue;
      }
      const [winner] = rivals;
      if (winner) settled[claim.index] = demote(claim.finding, 'noted', lostTo(winner, claim));
      else winners.push(claim);
    }
  }
  return settled;
}

/** How much less sure the whole may be than its part. */
const nearlyAsSure = 0.15;

/** Whether one suggestion is a part of another, which then is the better one: “m→M” within “mercedes benz→Mercedes-Benz”. */
function isWithin(part: Claim, whole: Claim): boolean {
  const [inner, outer] = [part.finding.corrections[0], whole.finding.corrections[0]];
  if (!inner || !outer || inner.before === '' || inner.after === '') return false;
  if (part.finding.decision !== 'suggested' || whole.finding.decision !== 'suggested') return false;
  if (whole.finding.confidence < part.finding.confidence - nearlyAsSure) return false;
  const [left, right] = [inner.span.start - outer.span.start, outer.span.end - inner.span.end];
  if (left < 0 || right < 0 || left + right === 0) return false;
  const fromEnd = outer.after.length - right;
  return (
    outer.after.slice(left, left + inner.after.length) === inner.after ||
    outer.after.slice(Math.max(0, fromEnd - inner.after.length), fromEnd) === inner.after
  );
}

interface Claim {
  readonly index: number;
  readonly finding: DecidedFinding;
  readonly span: TextSpan;
}

function claimOf(finding: DecidedFinding): TextSpan | undefined {
  return finding.decision === 'noted' ? undefined : finding.corrections[0]?.span;
}

function runsOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const runs: Claim[][] = [];
  let reach = -1;
  for (const claim of claims) {
    const run = runs.at(-1);
    if (run && claim.span.start <= reach + besideMax) run.push(claim);
    else runs.push([claim]);
    reach = Math.max(reach, claim.span.end);
  }
  return runs;
}

/** A space lies between neighbours. */
const besideMax = 1;

/**
 * Whether two stages mend one place in two ways, side by side: both put a word in, or one takes out
 * what the other has a reason to keep. Both at once would say “for the the first time”.
 */
function saysTheSame(a: Claim, b: Claim): boolean {
  const gap = Math.max(a.span.start, b.span.start) - Math.min(a.span.end, b.span.end);
  if (gap > besideMax || a.finding.stage === b.finding.stage) return false;
  const [left, right] = [a.finding.corrections[0], b.finding.corrections[0]];
  if (!left || !right) return false;
  const addsWord = (edit: TextEdit): boolean =>
    edit.before.trim() === '' && letter.test(edit.after);
  const takesWord = (edit: TextEdit): boolean =>
    edit.after.trim() === '' && letter.test(edit.before);
  const isWord = (edit: TextEdit): boolean => letter.test(edit.before + edit.after);
  const takes = takesWord(left) || takesWord(right);
  return (addsWord(left) && addsWord(right)) || (takes && isWord(left) && isWord(right));
}

const letter = /\p{L}/u;

function byWorth(a: Claim, b: Claim): number {
  const rank = (claim: Claim): number => (claim.finding.decision === 'applied' ? 1 : 0);
  return rank(b) - rank(a) || b.finding.confidence - a.finding.confidence || a.index - b.index;
}

function lostTo(winner: Claim, loser: Claim): string {
  const same =
    winner.span.start === loser.span.start &&
    winner.span.end === loser.span.end &&
    winner.finding.corrections[0]?.after === loser.finding.corrections[0]?.after;
  return same
    ? `The same correction as by ${winner.finding.stage}.`
    : `The same words have a correction by ${winner.finding.stage}.`;
}
