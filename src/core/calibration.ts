import type { Document } from './document.ts';
import type { Finding } from './finding.ts';

/** How often the first corrections of a rule were right, where it stated a confidence in this band. */
export interface Measured {
  readonly rule: string;
  /** The lower end of a band of `bandWidth`. */
  readonly band: number;
  /** Where no other stage proposed the same. */
  readonly alone: Share;
  /** Where another stage did. */
  readonly seconded: Share;
}

interface Share {
  readonly right: number;
  readonly proposed: number;
}

/** Gives the findings in a document the confidence that was measured for their like. */
export type Calibration = (findings: readonly Finding[], document: Document) => readonly Finding[];

/** What someone who proposes nothing himself thinks of a finding; undefined where he has no opinion. */
export type Verdict = (finding: Finding, document: Document) => Opinion | undefined;

export type Opinion = 'for' | 'against';

const bandsInAll = 20;

/** What a rule states counts as much as this many measured cases. */
const statedCounts = 10;

/** Reads `dictionaries/en-confidence.txt`: rule, band, right and proposed alone, right and proposed seconded. */
export function parseMeasured(text: string): readonly Measured[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [rule = '', ...numbers] = line.split('\t');
      const [band = 0, right = 0, proposed = 0, rightToo = 0, proposedToo = 0] =
        numbers.map(Number);
      return {
        rule,
        band,
        alone: { right, proposed },
        seconded: { right: rightToo, proposed: proposedToo },
      };
    });
}

/** The same rows as text, sorted, so that the same counts give the same bytes. */
export function measuredText(rows: readonly Measured[]): string {
  const lines = rows.map(({ rule, band, alone, seconded }) =>
    [rule, band.toFixed(2), alone.right, alone.proposed, seconded.right, seconded.proposed].join(
      '\t',
    ),
  );
  return `${lines.sort().join('\n')}\n`;
}

/**
 * What a rule states is weighed against what was counted of it. Agreement of two stages is counted
 * apart: it says much where they look at different things, and little where they look at the same.
 * The language model's opinion is weighed last, by what was counted of a stage's findings that it is for or against.
 */
export function createCalibration(rows: readonly Measured[], verdict?: Verdict): Calibration {
  const byKey = new Map(rows.map((row) => [keyOf(row.rule, row.band), row]));
  const confidenceOf = (finding: Finding, isSeconded: boolean): number => {
    const row = byKey.get(keyOf(ruleOf(finding), bandOf(finding.confidence)));
    if (!row) return finding.confidence;
    const alone = weighed(row.alone, finding.confidence);
    return isSeconded ? weighed(row.seconded, alone) : alone;
  };
  const withOpinion = (finding: Finding, confidence: number, document: Document): number => {
    const opinion = verdict?.(finding, document);
    if (!opinion) return confidence;
    const row = byKey.get(
      keyOf(opinionRule(finding.stage, opinion), opinionBand(finding.confidence)),
    );
    return row ? weighed(row.alone, confidence) : confidence;
  };
  return (findings, document) => {
    const seconded = secondedIn(findings);
    return findings.map((finding) => {
      const confidence = confidenceOf(finding, seconded.has(finding));
      return { ...finding, confidence: withOpinion(finding, confidence, document) };
    });
  };
}

/** How `dictionaries/en-confidence.txt` names the findings of a stage that the language model is for or against. */
export function opinionRule(stage: string, opinion: Opinion): string {
  return `${stage}/(model ${opinion})`;
}

/** Opinions are counted over all rules of a stage, by what a finding would come to: applied, suggested, noted. */
export function opinionBand(confidence: number): number {
  return [0.9, 0.7, 0.5].find((from) => confidence >= from) ?? 0;
}

/** The band of `dictionaries/en-confidence.txt` in which a stated confidence lies. */
export function bandOf(confidence: number): number {
  return Math.floor(confidence * bandsInAll + 1e-9) / bandsInAll;
}

/** How `dictionaries/en-confidence.txt` names the rule of a finding. */
export function ruleOf({ stage, rule }: Pick<Finding, 'stage' | 'rule'>): string {
  return `${stage}/${rule}`;
}

/** The findings whose first correction another stage proposes too. */
export function secondedIn(findings: readonly Finding[]): ReadonlySet<Finding> {
  const byCorrection = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [first] = finding.corrections;
    if (!first) continue;
    const key = `${first.span.start} ${first.span.end} ${first.after}`;
    byCorrection.set(key, [...(byCorrection.get(key) ?? []), finding]);
  }
  const agreeing = [...byCorrection.values()].filter(
    (same) => new Set(same.map(({ stage }) => stage)).size > 1,
  );
  return new Set(agreeing.flat());
}

function keyOf(rule: string, band: number): string {
  return `${rule} ${band.toFixed(2)}`;
}

function weighed({ right, proposed }: Share, stated: number): number {
  return (right + statedCounts * stated) / (proposed + statedCounts);
}
