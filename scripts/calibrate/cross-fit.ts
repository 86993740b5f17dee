import { createCalibration, type Opinion } from '../../src/core/calibration.ts';
import type { Finding } from '../../src/core/finding.ts';
import { counted } from './counts.ts';
import type { Observation } from './observe.ts';

const bands = [0, 0.3, 0.5, 0.7, 0.9, 0.95, 1.01] as const;

/**
 * A table: how often findings were right by the confidence that stages state, and by the confidence
 * that the other half of the sets gives them.
 */
export function crossFitted(observations: readonly Observation[]): string {
  const halves = [0, 1] as const;
  const fitted = halves.flatMap((half) => {
    const others = observations.filter((one) => one.half !== half);
    const confidenceOf = calibrationOf(others);
    return observations
      .filter((one) => one.half === half)
      .map((one) => ({ confidence: confidenceOf(one), isRight: one.isRight }));
  });
  const stated = observations.map((one) => ({ confidence: one.stated, isRight: one.isRight }));
  const rows = bands.slice(0, -1).map((from, index) => {
    const to = bands[index + 1] ?? 1.01;
    const name = `${from.toFixed(2)} to ${Math.min(to, 1).toFixed(2)}`;
    return `${name}   stated ${share(stated, from, to)}   calibrated ${share(fitted, from, to)}`;
  });
  return rows.join('\n');
}

interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

function share(all: readonly Judged[], from: number, to: number): string {
  const within = all.filter(({ confidence }) => confidence >= from && confidence < to);
  const right = within.filter(({ isRight }) => isRight).length;
  const percent = within.length === 0 ? '' : ` ${Math.round((100 * right) / within.length)} %`;
  return `${right}/${within.length}${percent}`.padEnd(15);
}

/** The confidence that counts of `others` give an observation, through the product's own calibration. */
function calibrationOf(others: readonly Observation[]): (one: Observation) => number {
  let opinionOfOne: Opinion | undefined;
  const calibrate = createCalibration(counted(others), () => opinionOfOne);
  return ({ rule, stated, seconded, opinion }) => {
    opinionOfOne = opinion;
    const [stage = '', name = ''] = rule.split('/');
    const finding = findingOf(stage, name, stated);
    const second = findingOf('another', 'stage', stated);
    const findings = seconded ? [finding, second] : [finding];
    return calibrate(findings, { text: 'a', blocks: [] })[0]?.confidence ?? stated;
  };
}

function findingOf(stage: string, rule: string, confidence: number): Finding {
  const span = { start: 0, end: 1 };
  const corrections = [{ span, before: 'a', after: 'b' }];
  return { stage, rule, span, message: '', confidence, corrections };
}
