import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import { appliedEdits, type DecidedFinding } from '../../src/core/finding.ts';
import { parseReport, renderJson } from '../../src/report/json.ts';
import { ReportProblem } from '../../src/report/problem.ts';
import { replay } from '../../src/report/replay.ts';
import { buildReport } from '../../src/report/report.ts';
import { verdict } from '../../src/report/verdict.ts';
import { anySource } from './arbitrary.ts';
import { sampleSource, sourceOf } from './sample.ts';

const text = 'The the board has recieved it.';

function finding(more: Partial<DecidedFinding>): DecidedFinding {
  const span = { start: 18, end: 26 };
  return {
    stage: 'spelling',
    rule: 'unknown-word',
    span,
    message: 'No dictionary has this word.',
    confidence: 0.9,
    corrections: [{ span, before: 'recieved', after: 'received' }],
    decision: 'applied',
    ...more,
  };
}

function reportOf(...findings: readonly DecidedFinding[]) {
  return buildReport(sourceOf([{ kind: 'paragraph', text, frozen: [] }], findings));
}

describe('buildReport', () => {
  test('takes place and wording from the first correction, and from the finding when there is none', () => {
    const remark = finding({ span: { start: 8, end: 13 }, corrections: [], decision: 'noted' });
    const [first, second] = reportOf(finding({ span: { start: 0, end: 30 } }), remark).edits;
    expect(first).toMatchObject({ start: 8, end: 13, before: 'board', after: null });
    expect(second).toMatchObject({ start: 18, end: 26, before: 'recieved', after: 'received' });
  });

  test('words an alternative for the stretch that covers both corrections', () => {
    const deletion = { span: { start: 3, end: 7 }, before: ' the', after: '' };
    const rewording = { span: { start: 0, end: 7 }, before: 'The the', after: 'Then the' };
    const within = { span: { start: 4, end: 7 }, before: 'the', after: 'whole' };
    const [edit] = reportOf(finding({ corrections: [deletion, rewording, within] })).edits;
    expect(edit).toMatchObject({ start: 3, end: 7, alternatives: ['Then the', ' whole'] });
  });

  test('keeps reason and address, and leaves out what is not there', () => {
    const [edit] = reportOf(
      finding({ reason: 'It changes a name.', url: 'https://example.org' }),
    ).edits;
    expect(edit).toMatchObject({ reason: 'It changes a name.', url: 'https://example.org' });
    expect(Object.keys(reportOf(finding({})).edits[0] ?? {})).not.toContain('reason');
  });

  test('sorts by place and counts by decision', () => {
    const report = buildReport(sampleSource(2_000));
    const starts = report.edits.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const decision of ['applied', 'suggested', 'noted'] as const) {
      expect(report.edits.filter((edit) => edit.decision === decision)).toHaveLength(
        report.counts[decision],
      );
    }
  });
});

describe('replay', () => {
  test('makes the corrected text from the report alone', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const corrected = applyEdits(source.document.text, appliedEdits(source.findings));
        expect(replay(parseReport(renderJson(buildReport(source))))).toBe(corrected);
      }),
    );
  });

  test.each([
    ['another text', { text: text.replace('recieved', 'retained') }, /does not fit/u],
    ['a shorter text', { text: 'The' }, /outside the text/u],
  ])('refuses %s', (_, change, sentence) => {
    expect(() => replay({ ...reportOf(finding({})), ...change })).toThrow(sentence);
  });

  test('refuses edits that overlap and edits without a correction', () => {
    const report = reportOf(finding({}));
    const twice = { ...report, edits: [...report.edits, ...report.edits] };
    expect(() => replay(twice)).toThrow(/overlaps/u);
    const empty = { ...report, edits: report.edits.map((edit) => ({ ...edit, after: null })) };
    expect(() => replay(empty)).toThrow(ReportProblem);
  });
});

describe('parseReport', () => {
  test('gives back the report that was written, and writing it again gives the same bytes', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const report = buildReport(source);
        const json = renderJson(report);
        expect(parseReport(json)).toEqual(report);
        expect(renderJson(parseReport(json))).toBe(json);
      }),
    );
  });

  test.each([
    ['not JSON', 'PK', 'This file is not JSON, so it is not a Proofdesk report.'],
    ['other JSON', '{}', 'This JSON has no `version`, so it is not a Proofdesk report.'],
    [
      'a later version',
      '{"version":2}',
      'This report has version 2, and this Proofdesk reads version 1.',
    ],
  ])('refuses %s in a sentence', (_, json, sentence) => {
    expect(() => parseReport(json)).toThrow(new ReportProblem(sentence));
  });

  test('names the place of a fault, and not more than a few', () => {
    const report = buildReport(sampleSource(2_000));
    const edits = report.edits.map((edit) => ({ ...edit, confidence: 2 }));
    const broken = () => parseReport(JSON.stringify({ ...report, edits }));
    expect(broken).toThrow(/^This is not a valid Proofdesk report\. `edits\.0\.confidence`: /u);
    expect(broken).toThrow(/And \d+ more\.$/u);
  });

  test('refuses what it does not know', () => {
    const json = JSON.stringify({ ...reportOf(), colour: 'red' });
    expect(() => parseReport(json)).toThrow(/colour/u);
  });
});

test('the verdict is a sentence for every count', () => {
  const counts = (applied: number, suggested: number, noted: number) =>
    verdict({
      ...reportOf(),
      words: { count: 1, rule: 'r' },
      counts: { applied, suggested, noted },
    });
  expect(counts(0, 0, 0)).toBe('We read 1 word and found nothing to correct.');
  expect(counts(1, 1, 1)).toBe(
    'We read 1 word and made 1 correction. 1 suggestion needs your decision and is not in the corrected copy. 1 remark is for your information only.',
  );
  expect(counts(0, 2, 0)).toBe(
    'We read 1 word and changed nothing. 2 suggestions need your decision and are not in the corrected copy.',
  );
  expect(counts(1_200, 0, 0)).toBe(
    'We read 1 word and made 1,200 corrections. Nothing waits for your decision.',
  );
});
