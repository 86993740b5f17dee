import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { createDictionaries } from '../../src/adapters/dictionaries/dictionaries.ts';
import type { Dialect } from '../../src/core/dialect.ts';
import { documentOf } from '../../src/core/document.ts';
import { passagesOf } from '../../src/core/passage.ts';
import { hashOf } from '../../src/core/word-table.ts';
import {
  caseOf,
  occurrencesIn,
  queryOf,
  termOccurrencesMin,
} from '../../src/stages/spelling/assess.ts';
import { type Candidate, createProposer } from '../../src/stages/spelling/candidates.ts';
import type { Case } from '../../src/stages/spelling/confidence.ts';
import { inCaseOf, isCapitalised } from '../../src/stages/spelling/shapes.ts';
import { namesAmong } from '../../src/stages/spelling/spelling.ts';
import { type UnknownWord, unknownWordsIn } from '../../src/stages/spelling/unknown-words.ts';
import { anyDialect } from '../../src/stages/spelling/variants.ts';
import { type WordData, wordDataOf } from '../../src/stages/spelling/word-data.ts';
import { type GoldSentence, readGold } from './gold.ts';

/** An unknown word of the quality sets with its candidates and the truth. */
export interface SpellingCase {
  readonly set: string;
  readonly kind: 'list' | 'gold' | 'clean';
  /** Cases of one document share it; folds go by it. */
  readonly document: number;
  readonly given: Case;
  readonly candidates: readonly Candidate[];
  /** What the list of known misspellings says is meant. */
  readonly meant?: Candidate;
  /** Whether an annotator wrote the candidate. */
  isRight(candidate: Candidate): boolean;
  /** Whether the candidate is nearer to what an annotator wrote than the word is: they often changed more than the spelling. */
  isNearer(candidate: Candidate): boolean;
  /** How the stage treats it before any model: a known misspelling, a name, another dialect's word, or by the model. */
  readonly route: 'model' | 'known' | 'name' | 'dialect';
  readonly isTerm: boolean;
  readonly words: number;
  readonly data: WordData;
}

const sets = ['CWEB-G', 'CWEB-S', 'gmeg-wiki', 'gmeg-fce', 'jfleg'];
const paragraphsPerDocument = 60;
const grammar = { check: () => Promise.reject(new Error('no grammar engine here')) };
const resources = { ...createDictionaries(), grammar };
let documents = 0;

export async function readCases(folder: string): Promise<readonly SpellingCase[]> {
  const cases: SpellingCase[] = [];
  for (const set of sets) {
    const dialect = set === 'gmeg-fce' ? 'en-GB' : 'en-US';
    const gold = readGold(folder, set).filter((sentence) => sentence !== undefined);
    cases.push(...(await textCases({ set, kind: 'gold', dialect, sentences: gold })));
  }
  for (const file of readdirSync(join(folder, 'clean')).sort()) {
    const dialect = file.startsWith('uk') ? 'en-GB' : 'en-US';
    const sentences = readFileSync(join(folder, 'clean', file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((text) => ({ text, correctionsAt: () => [] }));
    cases.push(...(await textCases({ set: file, kind: 'clean', dialect, sentences })));
  }
  for (const file of readdirSync(join(folder, 'spell')).sort()) {
    cases.push(...(await listCases(folder, file)));
  }
  return cases;
}

interface TextSet {
  readonly set: string;
  readonly kind: 'gold' | 'clean';
  readonly dialect: Dialect;
  readonly sentences: readonly GoldSentence[];
}

async function textCases(given: TextSet): Promise<readonly SpellingCase[]> {
  const data = await wordDataOf(resources, given.dialect);
  const cases: SpellingCase[] = [];
  for (let first = 0; first < given.sentences.length; first += paragraphsPerDocument) {
    const sentences = given.sentences.slice(first, first + paragraphsPerDocument);
    cases.push(...(await documentCases({ ...given, sentences }, data)));
  }
  return cases;
}

async function documentCases(given: TextSet, data: WordData): Promise<readonly SpellingCase[]> {
  const document = documentOf(
    given.sentences.map(({ text }) => ({ kind: 'paragraph', text, frozen: [] })),
  );
  const file = new VFile({ value: document.text, data: { document } });
  const passages = passagesOf(unified().use(retextEnglish).parse(file), file);
  const unknowns = unknownWordsIn(passages, { data, isOurWord: () => false });
  const occurrences = occurrencesIn(unknowns);
  const propose = createProposer(data, await data.context());
  const names = namesAmong(unknowns, data);
  const words = [...unknowns.sentenceWords.values()].reduce((sum, count) => sum + count, 0);
  documents += 1;
  let counted = 0;
  return unknowns.words.map((unknown): SpellingCase => {
    const at = document.blocks.findIndex(({ span }) => unknown.span.end <= span.end);
    const offset = document.blocks[at]?.span.start ?? 0;
    const corrections =
      given.sentences[at]?.correctionsAt(unknown.span.start - offset, unknown.span.end - offset) ??
      [];
    const once = counted === 0 ? words : 0;
    counted += 1;
    const lower = unknown.word.toLowerCase();
    const context = caseOf(unknown, { occurrences, unknowns });
    return {
      set: given.set,
      kind: given.kind,
      document: documents,
      given: context,
      candidates: propose(queryOf(unknown, names)),
      isRight: (candidate) =>
        corrections.some((correction) => isIn(correction, candidate, unknown)),
      isNearer: (candidate) =>
        corrections.some((correction) => isNearer(correction, candidate, unknown)),
      ...meantIn(unknown, data),
      route: routeOf(unknown, data, occurrences.capitalised.get(lower) ?? 0),
      isTerm: context.occurrences >= termOccurrencesMin || unknown.isQuoted,
      words: once,
      data,
    };
  });
}

function routeOf(unknown: UnknownWord, data: WordData, capitalised: number): SpellingCase['route'] {
  const lower = unknown.word.toLowerCase();
  if (data.variants.of(lower) !== undefined) return 'dialect';
  if (data.misspellings.has(lower)) return 'known';
  if (isCapitalised(unknown.word) && (capitalised >= 2 || !unknown.isSentenceStart)) return 'name';
  return 'model';
}

/** The annotator's words hold the candidate, whatever else they changed. */
function isIn(correction: string, { text, kind }: Candidate, { word }: UnknownWord): boolean {
  const written = kind === 'capital' ? text : inCaseOf(word, text).toLowerCase();
  const fold = (value: string): string => (kind === 'capital' ? value : value.toLowerCase());
  const spaced = ` ${fold(correction)} `;
  const [bare, meant] = [fold(correction), written].map((words) => words.replaceAll(' ', ''));
  if (bare === undefined || meant === undefined) return false;
  const isEnding = bare.includes("'") && meant.endsWith(bare);
  return spaced.includes(` ${written} `) || bare === meant || isEnding;
}

function isNearer(correction: string, candidate: Candidate, unknown: UnknownWord): boolean {
  if (isIn(correction, candidate, unknown)) return true;
  const target = correction.toLowerCase();
  return (
    distance(candidate.text.toLowerCase(), target) < distance(unknown.word.toLowerCase(), target)
  );
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function meantIn({ word }: UnknownWord, data: WordData): { readonly meant?: Candidate } {
  const listed = data.misspellings.get(word.toLowerCase());
  if (listed === undefined) return {};
  const text = data.variants.of(listed) ?? listed;
  return { meant: { text, kind: 'edit', features: new Float64Array(), score: 0 } };
}

async function listCases(folder: string, file: string): Promise<readonly SpellingCase[]> {
  const data = await wordDataOf(resources, 'en-US');
  const british = await wordDataOf(resources, 'en-GB');
  const propose = createProposer({ ...data, variants: anyDialect }, await data.context());
  const rows = readFileSync(join(folder, 'spell', file), 'utf8')
    .trim()
    .split('\n');
  return rows.flatMap((row): readonly SpellingCase[] => {
    const [wrong = '', right = ''] = row.split('\t');
    const word = wrong.toLowerCase();
    const known =
      data.judge.knownOf(new Set([word, wrong])).size + british.judge.knownOf(new Set([word])).size;
    return [
      {
        set: file,
        kind: 'list',
        // Slips in one word are much alike, so they are one document.
        document: hashOf(right) >>> 1,
        given: { word, isCapitalised: false, occurrences: 1, unknownShare: 0 },
        candidates:
          known > 0 ? [] : propose({ word, isName: false, isCapitalised: isCapitalised(wrong) }),
        isRight: ({ text }) => text.toLowerCase() === right.toLowerCase(),
        isNearer: ({ text }) => text.toLowerCase() === right.toLowerCase(),
        route: data.misspellings.has(word) ? 'known' : 'model',
        isTerm: false,
        words: 0,
        data,
      },
    ];
  });
}
