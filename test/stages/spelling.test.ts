import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { documentOf } from '../../src/core/document.ts';
import type { Finding } from '../../src/core/finding.ts';
import { createLexicon } from '../../src/core/lexicon.ts';
import { createOurWords } from '../../src/core/our-words.ts';
import { confusionWeightsIn } from '../../src/stages/spelling/confusions.ts';
import { createDeletesIndex, letterDeletes } from '../../src/stages/spelling/deletes-index.ts';
import { countSlips, type Letters, slips } from '../../src/stages/spelling/edit-path.ts';
import { createNearWords } from '../../src/stages/spelling/near-words.ts';
import { spelling } from '../../src/stages/spelling/spelling.ts';
import { corpusFolder } from '../parts.ts';
import { corrected, proofreaderOf, readCases } from './cases.ts';

const american = proofreaderOf(spelling);
const british = proofreaderOf(spelling, { dialect: 'en-GB' });
const appliedFrom = 0.9;

const paragraphs = (...texts: readonly string[]): Document =>
  documentOf(texts.map((text) => ({ kind: 'paragraph', text, frozen: [] })));

async function findings(text: string, proofread = american): Promise<readonly Finding[]> {
  return (await proofread(paragraphs(...text.split('\n\n')))).findings;
}

async function only(text: string, proofread = american): Promise<Finding> {
  const [finding, ...others] = await findings(text, proofread);
  if (!finding || others.length > 0) throw new Error(`not one finding in: ${text}`);
  return finding;
}

describe('cases', () => {
  for (const { line, wrong, right, why } of readCases('spelling')) {
    it(`${line}: ${why}`, async () => {
      expect(await corrected(american, wrong)).toBe(right);
    });
  }
});

describe('dialects', () => {
  it.each([
    ['The color of the center was gray.', 'The colour of the centre was grey.'],
    ['She traveled to the theater.', 'She travelled to the theatre.'],
    ['The program analyzes fiber.', 'The program analyses fibre.'],
    ['A skillful neighbor paid by check.', 'A skilful neighbour paid by check.'],
    ['The behavoir of the color', 'The behaviour of the colour'],
  ])('British: %s', async (wrong, right) => {
    expect(await corrected(british, wrong)).toBe(right);
  });

  it.each([
    'We organise and organize, realise and realize; both are British.',
    'The colour of the licence was agreed, and the judgment was reserved.',
    'The customisations were analysed at the centre, whilst the tyres were checked.',
  ])('British and right: %s', async (text) => {
    expect(await findings(text, british)).toEqual([]);
  });

  it('offers the spelling of the dialect and never applies it', async () => {
    const finding = await only('The colour is wrong.');
    expect(finding.rule).toBe('dialect-spelling');
    expect(finding.message).toBe('“colour” is spelt “color” in American English.');
    expect(finding.confidence).toBeLessThan(appliedFrom);
    expect(finding.confidence).toBeGreaterThanOrEqual(0.5);
  });

  it('corrects a slip into the dialect', async () => {
    expect(await corrected(british, 'A fine colouur.')).toBe('A fine colour.');
    expect(await corrected(american, 'A fine colouur.')).toBe('A fine color.');
  });

  it('offers the nearest spelling where nothing tells the dialect, and does not apply it', async () => {
    const guessing = proofreaderOf(spelling, { isDialectGuessed: true });
    const finding = await only('We met the new neigbhour.', guessing);
    expect(finding.corrections[0]?.after).toBe('neighbour');
    expect(finding.confidence).toBeLessThan(appliedFrom);
    expect(await corrected(guessing, 'We met the new neihgbor.')).toBe('We met the new neighbor.');
    expect(await corrected(american, 'We met the new neigbhour.')).toBe('We met the new neighbor.');
  });

  it.each(['en-CA', 'en-AU'] as const)('knows %s', async (dialect) => {
    const proofread = proofreaderOf(spelling, { dialect });
    expect(await findings('The colour of the centre was chosen.', proofread)).toEqual([]);
    expect((await only('We recieve it.', proofread)).rule).toBe('known-misspelling');
  });
});

describe('what is applied', () => {
  it('applies a known misspelling in lower case, whatever its number', async () => {
    const found = await findings('We recieve it. They recieve it. You recieve it.');
    expect(found.map(({ confidence }) => confidence >= appliedFrom)).toEqual([true, true, true]);
  });

  it.each([
    ['a capital', 'Recieve the goods first.'],
    ['quotation marks', 'He wrote “recieve” again.'],
    ['a name without its capital', 'The report is due on tuesday.'],
  ])('never applies to a word with %s', async (_what, text) => {
    const finding = await only(text);
    expect(finding.corrections.length).toBeGreaterThan(0);
    expect(finding.confidence).toBeLessThan(appliedFrom);
  });

  it('only notes a name inside a sentence, and offers nothing for it', async () => {
    const finding = await only('We met Mr. Okonwko there.');
    expect(finding.rule).toBe('unknown-word');
    expect(finding.corrections).toEqual([]);
    expect(finding.confidence).toBeLessThan(0.5);
  });

  it('never applies to a word that may be coined of a common one', async () => {
    const finding = await only('Nobody outside understands their lawyerese.');
    expect(finding.confidence).toBeLessThan(appliedFrom);
    expect((await only('We run a businesss.')).confidence).toBeGreaterThanOrEqual(0.5);
  });

  it('takes a slip that the document repeats for a term', async () => {
    const once = await only('The agreemant is signed.');
    const thrice = await findings(
      'The agreemant is signed. No agreemant is void. An agreemant ends.',
    );
    expect(once.confidence).toBeGreaterThanOrEqual(appliedFrom);
    expect(thrice).toHaveLength(3);
    for (const { confidence } of thrice) expect(confidence).toBeLessThanOrEqual(0.6);
  });

  it('says of a term once only that it is unknown', async () => {
    const found = await findings('A quozzle is blue. Each quozzle spins. The quozzle ends.');
    expect(found.map(({ rule }) => rule)).toEqual(['unknown-word']);
  });
});

describe('findings', () => {
  it('carries alternatives, the best first and at most five', async () => {
    const finding = await only('The agrements are signed.');
    const texts = finding.corrections.map(({ after }) => after);
    expect(texts[0]).toBe('agreements');
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.length).toBeLessThanOrEqual(5);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('spans both words of one that was split', async () => {
    const text = 'The report is confiden tial.';
    const finding = await only(text);
    expect(finding.rule).toBe('split-word');
    expect(text.slice(finding.span.start, finding.span.end)).toBe('confiden tial');
  });

  it('names the rule of a missing space', async () => {
    expect((await only('The keys are onthe table.')).rule).toBe('run-together');
  });

  it('leaves frozen text alone', async () => {
    const text = 'We recieve recieve it.';
    const { findings: found } = await american(
      documentOf([{ kind: 'paragraph', text, frozen: [{ start: 3, end: 10 }] }]),
    );
    expect(found.map(({ span }) => span.start)).toEqual([11]);
  });

  it('says that it did not check a sentence in another language', async () => {
    const text = 'El acuerdo entre las partes será válido hasta la fecha indicada.';
    const { findings: found, notChecked } = await american(paragraphs(`We agree. ${text}`));
    expect(found).toEqual([]);
    expect(notChecked).toHaveLength(1);
    expect(notChecked[0]?.stage).toBe('spelling');
  });

  it('gives the same for the same text, whatever came before', async () => {
    const text = 'The agrement was sgined by the custommer.';
    const first = await findings(text);
    await findings('Anothr documnt with agrements and other wrds.');
    expect(await findings(text)).toEqual(first);
  });
});

describe('our words', () => {
  const ours = createOurWords(['Okonwko\nfrobnicate\nglorp*\nquux blorp # a product']);
  const proofread = proofreaderOf(spelling, { isOurWord: ours });

  it.each([
    'Okonwko’s plan and the Okonwkos agreed.',
    'They frobnicated it; frobnicating is fun.',
    'A glorpification of the quux blorp.',
    'The Okonwko-Smith report.',
  ])('are right: %s', async (text) => {
    const rules = (await findings(text, proofread)).map(({ span }) =>
      text.slice(span.start, span.end),
    );
    expect(rules).toEqual([]);
  });

  it('does not cover a word of a phrase alone', async () => {
    expect(await findings('The quux is here.', proofread)).not.toEqual([]);
  });
});

describe('any text', () => {
  it('gives findings whose corrections fit the text and change it', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'recieve',
        'Teh',
        'colour',
        'don’t',
        'dont',
        'a',
        'I',
        '“wrnog”',
        'x-ray',
        'Ünïcöde',
      ),
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.stringMatching(/^[a-z]{1,14}$/),
    );
    const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        for (const { span, corrections, confidence } of await findings(value)) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          for (const edit of corrections) {
            expect(value.slice(span.start, span.end)).toBe(edit.before);
            expect(edit.after).not.toBe(edit.before);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('near words', () => {
  const noWeights = confusionWeightsIn('');
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{4,14}$/), { minLength: 1, maxLength: 40 });
  const lexiconOf = (list: readonly string[]) =>
    createLexicon(
      list
        .toSorted()
        .map((word, index) => `${word}\t${index}\n`)
        .join(''),
    );

  it('has every word of the list under its own id', () => {
    fc.assert(
      fc.property(words, (list) => {
        const lexicon = lexiconOf(list);
        for (const [index, word] of list.toSorted().entries()) {
          expect(lexicon.idOf(word)).toBe(index);
          expect(lexicon.wordAt(index)).toBe(word);
          expect(lexicon.countAt(index)).toBe(index);
        }
        expect(lexicon.idOf('zzzzzzzzzzzzzzz')).toBe(-1);
      }),
    );
  });

  const slipOf = (...kinds: readonly string[]) =>
    fc.tuple(fc.constantFrom(...kinds), fc.nat(), fc.constantFrom(...'aeiklmnoprst'));

  it('finds a word from any one slip in it', () => {
    const slip = slipOf('delete', 'insert', 'replace', 'swap');
    fc.assert(
      fc.property(words, fc.nat(), slip, (list, pick, one) => {
        const word = list[pick % list.length] ?? '';
        const near = createNearWords(lexiconOf(list), noWeights)(slipped(word, one));
        expect(near.map(({ text }) => text)).toContain(word);
      }),
    );
  });

  it('has a word in the index under any two slips', () => {
    const slip = slipOf('delete', 'insert', 'replace');
    fc.assert(
      fc.property(words, fc.nat(), slip, slip, (list, pick, one, two) => {
        const word = list[pick % list.length] ?? '';
        const wrong = slipped(slipped(word, one), two);
        const lexicon = lexiconOf(list);
        const ids = createDeletesIndex(lexicon, letterDeletes).near(wrong);
        if (wrong.length > 2) expect([...ids]).toContain(lexicon.idOf(word));
      }),
    );
  });

  it.each([
    ['fone', 'phone', ['one letter for two of one sound']],
    ['recieve', 'receive', ['swapped letters']],
    ['ocurred', 'occurred', ['missing double']],
    ['untill', 'until', ['extra double']],
    ['seperate', 'separate', ['vowel for vowel']],
    ['dont', "don't", ['missing apostrophe']],
    ['tge', 'the', ['neighbouring key']],
  ])('names the slip in %s', (wrong, right, expected) => {
    const counts = new Float64Array(slips.length);
    countSlips(lettersOf(wrong), lettersOf(right), { counts, confusions: [] });
    const named = slips.filter(
      (slip, index) => slip !== 'first letter' && (counts[index] ?? 0) > 0,
    );
    expect(named).toEqual(expected);
  });
});

type Slip = readonly [string, number, string];

function slipped(word: string, [kind, place, letter]: Slip): string {
  const at = place % word.length;
  if (kind === 'delete') return word.slice(0, at) + word.slice(at + 1);
  if (kind === 'insert') return word.slice(0, at) + letter + word.slice(at);
  if (kind === 'replace') return word.slice(0, at) + letter + word.slice(at + 1);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function lettersOf(word: string): Letters {
  return { codes: Uint8Array.from(word, (letter) => letter.charCodeAt(0)), length: word.length };
}

const corpus = corpusFolder();

describe('real documents', () => {
  it.skipIf(!corpus)('are read in time and mostly left alone', async () => {
    const folder = join(corpus ?? '', 'txt');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const texts = names
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(folder, name)));
    let [words, applied] = [0, 0];
    for (const bytes of texts.filter(({ length }) => length < 200_000)) {
      const blocks = bytes.toString('utf8').split(/\r?\n\s*\r?\n/);
      const { findings: found } = await american(paragraphs(...blocks));
      words += blocks.join(' ').split(/\s+/).length;
      applied += found.filter(({ confidence }) => confidence >= appliedFrom).length;
    }
    expect(words).toBeGreaterThan(1_000);
    expect(applied / words).toBeLessThan(0.01);
  });
});
