import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionsOf, sourceMap } from '../../src/report/position.ts';
import { buildReport } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { sampleSource } from './sample.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly { physicalLocation: { region: Region } }[];
  readonly fixes?: readonly {
    artifactChanges: readonly {
      replacements: readonly { deletedRegion: Region; insertedContent: { text: string } }[];
    }[];
  }[];
}

function runOf(json: string) {
  const log: { runs: { tool: { driver: { rules: { id: string }[] } }; results: Result[] }[] } =
    JSON.parse(json);
  const run = log.runs[0];
  if (!run) throw new Error('the log has no run');
  return run;
}

const source = sampleSource(900);
const report = buildReport(source);

describe('renderSarif', () => {
  test('gives every finding its rule, and its level by the decision', () => {
    const { tool, results } = runOf(renderSarif([report]));
    expect(results).toHaveLength(report.edits.length);
    for (const [index, { ruleId, ruleIndex, level }] of results.entries()) {
      const edit = report.edits[index];
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(ruleId).toBe(`${edit?.stage}/${edit?.rule}`);
      const levels = { applied: 'error', suggested: 'warning', noted: 'note' };
      expect(level).toBe(levels[edit?.decision ?? 'noted']);
    }
  });

  test('gives places and fixes in the file itself, whatever its line ends', () => {
    const file = `\uFEFF${source.document.text.replaceAll('\n\n', '\r\n\r\n\r\n')}\r\n`;
    const { results } = runOf(renderSarif([report], () => file));
    const fixes = results.flatMap(({ fixes = [] }) => fixes);
    expect(fixes).toHaveLength(report.counts.applied);
    for (const [index, { locations }] of results.entries()) {
      const { charOffset, charLength, startLine, startColumn } =
        locations[0]?.physicalLocation.region ?? failed();
      expect(file.slice(charOffset, charOffset + charLength)).toBe(report.edits[index]?.before);
      const line = file.split('\r\n')[startLine - 1];
      expect(line?.slice(startColumn - 1)).toContain(report.edits[index]?.before);
    }
  });

  test('offers no fix where it does not know the file, and no lines where it is no text', () => {
    const word = { ...report, format: { name: 'docx', title: 'Word document' } };
    const { results } = runOf(renderSarif([word], () => source.document.text));
    expect(results.some(({ fixes }) => fixes)).toBe(false);
    expect(results[0]?.locations[0]?.physicalLocation.region).not.toHaveProperty('startLine');
    expect(runOf(renderSarif([report], () => 'Another text.')).results[0]).not.toHaveProperty(
      'fixes',
    );
  });
});

describe('positionsOf', () => {
  test('counts lines and columns from 1, over every kind of line end', () => {
    const positionOf = positionsOf('ab\ncd\r\nef\rg');
    expect([0, 1, 3, 7, 10, 11].map((offset) => Object.values(positionOf(offset)))).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [3, 1],
      [4, 1],
      [4, 2],
    ]);
  });
});

describe('sourceMap', () => {
  test('finds every word of the text at its place in the source', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom(...'abc😀'), minLength: 1, maxLength: 4 }),
    );
    const gaps = fc.array(fc.constantFrom('\n', '\r\n\r\n', '\n\n\n', ' \n\t\n'), { minLength: 9 });
    fc.assert(
      fc.property(words, gaps, (blocks, between) => {
        const text = blocks.join('\n\n');
        const file = blocks.map((block, index) => block + (between[index % 9] ?? '')).join('');
        const map = sourceMap(text, file);
        let start = 0;
        for (const block of blocks) {
          const end = start + block.length;
          expect(file.slice(map?.start(start), map?.end(end))).toBe(block);
          start = end + 2;
        }
      }),
    );
  });

  test('is not to be had for another text', () => {
    expect(sourceMap('One two', 'One too')).toBeUndefined();
    expect(sourceMap('One', 'One two')).toBeUndefined();
  });
});

function failed(): never {
  throw new Error('a result has no region');
}
