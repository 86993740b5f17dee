import { describe, expect, it } from 'vitest';
import { type Block, documentOf } from '../../src/core/document.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Stage } from '../../src/core/stage.ts';
import { capitalisation } from '../../src/stages/capitalisation/capitalisation.ts';
import { consistency } from '../../src/stages/consistency/consistency.ts';
import { punctuation } from '../../src/stages/punctuation/punctuation.ts';
import { readability } from '../../src/stages/readability.ts';
import { proofreaderOf } from './cases.ts';

async function findingsIn(
  stage: Stage,
  text: string,
  kind: Block['kind'] = 'paragraph',
): Promise<readonly Finding[]> {
  const blocks = text.split('\n\n').map((part) => ({ kind, text: part, frozen: [] }));
  return (await proofreaderOf(stage)(documentOf(blocks))).findings;
}

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => finding.rule);
}

describe('consistency', () => {
  it('says how often each form is written', async () => {
    const [finding] = await findingsIn(consistency, 'An e-mail. The email. My email. One email.');
    expect(finding?.message).toBe('Written “email” 3 times and “e-mail” once.');
    expect(finding?.confidence).toBeLessThan(0.5);
  });

  it('suggests only where a form clearly prevails', async () => {
    const often = 'The email came. '.repeat(4);
    const [finding] = await findingsIn(consistency, `${often}The e-mail left.`);
    expect(finding?.corrections[0]?.after).toBe('email');
    expect(finding?.confidence).toBeGreaterThanOrEqual(0.5);
  });

  it('does not count quotations', async () => {
    const text = 'The e-mail. The email.';
    expect(await findingsIn(consistency, text, 'quotation')).toEqual([]);
  });

  it('tells of acronyms explained twice, too late, or for nothing', async () => {
    const who = 'World Health Organization (WHO)';
    expect(rulesOf(await findingsIn(consistency, `The ${who} met. WHO met.`))).toEqual([]);
    expect(rulesOf(await findingsIn(consistency, `The ${who} met. The ${who} left.`))).toEqual([
      'acronym-defined-twice',
    ]);
    expect(rulesOf(await findingsIn(consistency, `The ${who} met.`))).toEqual(['acronym-not-used']);
    expect(rulesOf(await findingsIn(consistency, `WHO met. The ${who} met.`))).toEqual([
      'acronym-before-definition',
    ]);
    expect(rulesOf(await findingsIn(consistency, 'The result (OK) is here.'))).toEqual([]);
  });
});

describe('readability', () => {
  it('counts the words of a long sentence', async () => {
    const [finding] = await findingsIn(readability, `We ${'walked and '.repeat(23)}slept.`);
    expect(finding?.rule).toBe('long-sentence');
    expect(finding?.message).toContain('48 words');
    expect(finding?.corrections).toEqual([]);
  });

  it('leaves headings, cells and quotations alone', async () => {
    const long = `We ${'walked and '.repeat(23)}slept.`;
    for (const kind of ['heading', 'table-cell', 'quotation', 'header-footer'] as const) {
      expect(await findingsIn(readability, long, kind)).toEqual([]);
    }
  });

  it('names the words of doubt', async () => {
    const [finding] = await findingsIn(readability, 'It may perhaps seem odd.');
    expect(finding?.message).toBe('This sentence is careful 3 times: “may”, “perhaps”, “seem”.');
  });
});

describe('fragments', () => {
  it('need no full stop and no capital in headings, cells, headers and footers', async () => {
    const text = 'We came home late. nobody was there to open the door';
    expect(rulesOf(await findingsIn(capitalisation, text))).toEqual(['sentence-start']);
    for (const kind of ['heading', 'table-cell', 'header-footer'] as const) {
      expect(await findingsIn(capitalisation, text, kind)).toEqual([]);
      expect(await findingsIn(punctuation, text, kind)).toEqual([]);
    }
  });
});
