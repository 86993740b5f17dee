import { afterAll, describe, expect, it, vi } from 'vitest';
import { createHarper } from '../../src/adapters/harper/harper.ts';
import { type Document, documentOf, type LooseBlock } from '../../src/core/document.ts';
import type { GrammarEngine, GrammarRequest } from '../../src/core/grammar-engine.ts';
import { grammar } from '../../src/stages/grammar/grammar.ts';
import { pieceLengthMax } from '../../src/stages/grammar/pieces.ts';
import { fragmentRules, grammarRules } from '../../src/stages/grammar/rule-table.ts';
import { corrected, proofreaderOf, readCases } from './cases.ts';

/** The first start of the engine takes 2 s, and several times that on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const harper = createHarper();
const proofread = proofreaderOf(grammar, {}, harper);
const cases = readCases('grammar');

afterAll(() => harper.close());

describe('fixtures/stages/grammar/cases.txt', () => {
  it('holds at least sixty cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it.each(cases)('line $line: $why', async ({ wrong, right }) => {
    expect(await corrected(proofread, wrong)).toBe(right);
  });
});

describe('where the grammar stage looks', () => {
  it('places findings in the text of the document', async () => {
    const document = documentOf([
      paragraph('All is well.'),
      paragraph('😀 It is bigger then this.'),
      paragraph('I know alot.'),
    ]);
    const { findings } = await proofread(document);
    expect(
      findings.map(({ span, rule }) => [document.text.slice(span.start, span.end), rule]),
    ).toEqual([
      ['then', 'then-than'],
      ['alot', 'open-compounds'],
    ]);
    expect(findings[0]).toMatchObject({
      stage: 'grammar',
      message: 'Did you mean “than”?',
      corrections: [{ before: 'then', after: 'than' }],
    });
  });

  it('leaves frozen text alone, and does not read it', async () => {
    const text = 'He said “It is bigger then this and I know alot of it” and upto here.';
    const inside = { start: text.indexOf('It'), end: text.indexOf('”') };
    const { engine, requests } = recorded(harper);
    const { findings } = await proofreaderOf(
      grammar,
      {},
      engine,
    )(documentOf([{ ...paragraph(text), frozen: [inside] }]));
    expect(findings.map(({ rule }) => rule)).toEqual(['open-compounds']);
    const [sent] = requests.flatMap(({ paragraphs }) => paragraphs);
    expect(sent).toHaveLength(text.length);
    expect(sent).toMatch(/^He said “Xxxxxxxxxxxx +” and upto here\.$/);
  });

  it('does not send what has nothing left to read, or is in another language', async () => {
    const { engine, requests } = recorded(harper);
    const code = 'let alot = then;';
    await proofreaderOf(
      grammar,
      {},
      engine,
    )(
      documentOf([
        { ...paragraph(code), frozen: [{ start: 0, end: code.length }] },
        { ...paragraph('Es ist alot.'), language: 'de' },
        paragraph('12.50'),
        paragraph('Heading'),
        paragraph(''),
      ]),
    );
    expect(requests).toEqual([]);
  });

  it('reads headings, captions, cells and headers with the rules for fixed wordings only', async () => {
    const { engine, requests } = recorded(harper);
    const document = documentOf([
      { kind: 'header-footer', text: 'However we do alot', frozen: [] },
      paragraph('However we do alot.'),
    ]);
    const { findings } = await proofreaderOf(grammar, {}, engine)(document);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'open-compounds',
      'discourse-markers',
      'open-compounds',
    ]);
    expect(requests.map(({ rules }) => rules.length)).toEqual([
      grammarRules.length,
      fragmentRules.length,
    ]);
  });

  it('asks only about sentences with a cue, and keeps every offset', async () => {
    const filler = 'The report of the week was as long as ever. ';
    const text = `${filler.repeat(700)}It is bigger then this. ${filler.repeat(300)}I know alot.`;
    const { engine, requests } = recorded(harper);
    const document = documentOf([paragraph(text)]);
    const { findings } = await proofreaderOf(grammar, {}, engine)(document);
    expect(held(document, findings)).toEqual(['then', 'alot']);
    const sent = requests.flatMap(({ paragraphs }) => paragraphs);
    expect(sent).toEqual(['It is bigger then this. ', 'I know alot.']);
  });

  it('leaves sentences together where it is not certain that one ends', async () => {
    const text = 'He met Dr. Smith in Jan. Then he knew alot. “I know alot.” Then he left.';
    const { engine, requests } = recorded(harper);
    await proofreaderOf(grammar, {}, engine)(documentOf([paragraph(text)]));
    expect(requests.flatMap(({ paragraphs }) => paragraphs)).toEqual([
      'He met Dr. Smith in Jan. Then he knew alot. ',
      '“I know alot.” Then he left.',
    ]);
  });

  it('cuts a very long sentence after a word', async () => {
    const text = `${'and alot of reports of the week '.repeat(700)}is bigger then this.`;
    const { engine, requests } = recorded(harper);
    const document = documentOf([paragraph(text)]);
    const { findings } = await proofreaderOf(grammar, {}, engine)(document);
    expect(held(document, findings).slice(-2)).toEqual(['alot', 'then']);
    const sent = requests.flatMap(({ paragraphs }) => paragraphs);
    expect(sent.join('')).toBe(text);
    expect(Math.max(...sent.map((piece) => piece.length))).toBeLessThanOrEqual(pieceLengthMax);
    expect(sent.every((piece) => /[ .]$/.test(piece))).toBe(true);
  });

  it('names alternatives in the same order each time', async () => {
    const document = documentOf([paragraph('They choosed it.')]);
    const { findings } = await proofread(document);
    expect(findings).toMatchObject([
      { message: 'The usual form is “chose” or “chosen”.', rule: 'regular-irregulars' },
    ]);
    expect(findings[0]?.corrections.map(({ after }) => after)).toEqual(['chose', 'chosen']);
  });

  it('says nothing about a word that the client calls right', async () => {
    const settings = { isOurWord: (word: string) => word === 'alot' };
    const document = documentOf([paragraph('I know alot, and it is bigger then this.')]);
    const { findings } = await proofreaderOf(grammar, settings, harper)(document);
    expect(held(document, findings)).toEqual(['then']);
  });

  it('passes the dialect on', async () => {
    const { engine, requests } = recorded(harper);
    const british = proofreaderOf(grammar, { dialect: 'en-GB' }, engine);
    await british(documentOf([paragraph('It is bigger then this.')]));
    expect(requests.map(({ dialect }) => dialect)).toEqual(['en-GB']);
  });
});

it('reports the stretch that could not be checked, with the reason', async () => {
  const engine: GrammarEngine = {
    check: async ({ paragraphs }) =>
      paragraphs.map((_, index) =>
        index === 1
          ? { kind: 'not-checked', reason: 'It broke.' }
          : { kind: 'checked', remarks: [] },
      ),
  };
  const document = documentOf([paragraph('I know alot.'), paragraph('Not upto me.')]);
  const { findings, notChecked } = await proofreaderOf(grammar, {}, engine)(document);
  expect(findings).toEqual([]);
  expect(notChecked).toEqual([
    { stage: 'grammar', span: { start: 14, end: 26 }, reason: 'It broke.' },
  ]);
});

function paragraph(text: string): LooseBlock {
  return { kind: 'paragraph', text, frozen: [] };
}

function held(document: Document, findings: readonly { span: { start: number; end: number } }[]) {
  return findings.map(({ span }) => document.text.slice(span.start, span.end));
}

/** The engine itself, with what it was asked. */
function recorded(engine: GrammarEngine) {
  const requests: GrammarRequest[] = [];
  const check = (request: GrammarRequest) => {
    requests.push(request);
    return engine.check(request);
  };
  return { engine: { check }, requests };
}
