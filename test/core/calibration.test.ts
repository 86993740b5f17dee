import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bandOf,
  createCalibration,
  type Measured,
  measuredText,
  parseMeasured,
} from '../../src/core/calibration.ts';
import type { Finding } from '../../src/core/finding.ts';

function finding(stage: string, confidence: number, after = 'b'): Finding {
  const span = { start: 0, end: 1 };
  const corrections = [{ span, before: 'a', after }];
  return { stage, rule: 'rule', span, message: '', confidence, corrections };
}

const document = { text: 'a', blocks: [] };
const none = { right: 0, proposed: 0 };

function row(part: Partial<Measured>): Measured {
  return { rule: 'one/rule', band: 0.9, alone: none, seconded: none, ...part };
}

const shipped = readFileSync(
  new URL('../../dictionaries/en-confidence.txt', import.meta.url),
  'utf8',
);

describe('the calibration', () => {
  it('lowers what was wrong too often and raises what was right', () => {
    const lowering = createCalibration([row({ alone: { right: 10, proposed: 40 } })]);
    expect(lowering([finding('one', 0.9)], document)[0]?.confidence).toBeCloseTo((10 + 9) / 50);
    const raising = createCalibration([row({ band: 0.4, alone: { right: 40, proposed: 40 } })]);
    expect(raising([finding('one', 0.4)], document)[0]?.confidence).toBeCloseTo((40 + 4) / 50);
  });

  it('leaves alone what was not counted: another rule, another band', () => {
    const calibrate = createCalibration([row({ alone: { right: 0, proposed: 90 } })]);
    expect(calibrate([finding('two', 0.9)], document)[0]?.confidence).toBe(0.9);
    expect(calibrate([finding('one', 0.84)], document)[0]?.confidence).toBe(0.84);
  });

  it('counts the agreement of two stages apart', () => {
    const calibrate = createCalibration([
      row({
        band: 0.6,
        alone: { right: 5, proposed: 10 },
        seconded: { right: 30, proposed: 30 },
      }),
    ]);
    const alone =
      calibrate([finding('one', 0.6), finding('two', 0.6, 'c')], document)[0]?.confidence ?? 0;
    const seconded =
      calibrate([finding('one', 0.6), finding('two', 0.6)], document)[0]?.confidence ?? 0;
    expect(alone).toBeLessThan(0.6);
    expect(seconded).toBeGreaterThan(0.85);
  });

  it('weighs the language model’s opinion last, by what was counted of it', () => {
    const rows = [
      row({ rule: 'one/(model for)', band: 0.7, alone: { right: 58, proposed: 60 } }),
      row({ rule: 'one/(model against)', band: 0.7, alone: { right: 5, proposed: 20 } }),
    ];
    const opinions = ['for', 'against', undefined] as const;
    const confidences = opinions.map((opinion) => {
      const calibrate = createCalibration(rows, () => opinion);
      return calibrate([finding('one', 0.8)], document)[0]?.confidence ?? 0;
    });
    expect(confidences[0]).toBeCloseTo((58 + 8) / 70);
    expect(confidences[1]).toBeCloseTo((5 + 8) / 30);
    expect(confidences[2]).toBe(0.8);
  });

  it('puts a confidence into the band that begins with it', () => {
    expect([0.9, 0.94, 0.95, 0.5499, 0.55, 0].map(bandOf)).toEqual([0.9, 0.9, 0.95, 0.5, 0.55, 0]);
  });
});

describe('en-confidence.txt', () => {
  it('is what its rows are as text', () => {
    const rows = parseMeasured(shipped);
    expect(rows.length).toBeGreaterThan(100);
    expect(measuredText(rows)).toBe(shipped);
  });

  it('never has more right than proposed', () => {
    const wrong = parseMeasured(shipped).filter(
      ({ alone, seconded }) => alone.right > alone.proposed || seconded.right > seconded.proposed,
    );
    expect(wrong).toEqual([]);
  });
});
