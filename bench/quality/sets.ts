import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '../../src/core/dialect.ts';

/** One text of the quality sets, a sentence or paragraph a line, in one dialect. */
export interface TextSet {
  readonly name: string;
  readonly dialect: Dialect;
  readonly lines: readonly string[];
  /** Whether each line is a text of its own, as in the sets of single sentences. */
  readonly isLoose: boolean;
  /** How the stored outputs of peers call it. */
  readonly peerName: string;
}

/** A sentence of a peer's own tests with the versions that count as right. */
export interface Pair {
  readonly bad: string;
  readonly good: readonly string[];
  /** Left out of what LanguageTool calls its core: style, and rules that are off by default. */
  readonly isCore: boolean;
}

interface PairSet extends TextSet {
  readonly pairs: readonly Pair[];
}

export interface QualitySets {
  readonly folder: string;
  readonly annotated: readonly TextSet[];
  readonly published: readonly TextSet[];
  readonly pairs: readonly PairSet[];
  /** Right sentences that look wrong. */
  readonly lookWrong: readonly TextSet[];
  readonly misspelt: readonly { readonly name: string; readonly rows: readonly Misspelling[] }[];
}

interface Misspelling {
  readonly wrong: string;
  readonly right: string;
}

const us = ['18f-blog', '18f-handbook', 'github-policies', 'plainlanguage', 'state-union'];
const uk = ['gds', 'standard-ebooks-holmes'];

const notCore = new Set(['STYLE', 'REDUNDANCY', 'COLLOCATIONS', 'BRITISH_ENGLISH']);

/** Reads all sets of a folder, at most `limit` lines of each. */
export function readSets(folder: string, limit = Number.POSITIVE_INFINITY): QualitySets {
  const lines = (path: string): readonly string[] => linesOf(join(folder, path), limit);
  const text = (name: string, path: string, dialect: Dialect = 'en-US'): TextSet => ({
    name,
    dialect,
    lines: lines(path),
    isLoose: false,
    peerName: path.replace(/^.*\//, '').replace(/\.txt$/, ''),
  });
  const json = (name: string): readonly JsonRow[] =>
    lines(`pairs/${name}.jsonl`).map((line): JsonRow => JSON.parse(line));
  return {
    folder,
    annotated: [
      text('CWEB-G', 'src/CWEB-G.dev.txt'),
      text('CWEB-S', 'src/CWEB-S.dev.txt'),
      text('gmeg-wiki', 'src/gmeg-wiki.dev.txt'),
      text('gmeg-fce', 'src/gmeg-fce.dev.txt', 'en-GB'),
      text('jfleg', 'src/jfleg.dev.txt'),
    ],
    published: [
      ...us.map((name) => text(`us-${name}`, `clean/us-${name}.txt`)),
      ...uk.map((name) => text(`uk-${name}`, `clean/uk-${name}.txt`, 'en-GB')),
    ],
    pairs: ['lt', 'harper'].map((name) => pairSet(name, json(name))),
    lookWrong: ['lt-correct', 'harper-nolint'].map((name) => ({
      name,
      dialect: 'en-US',
      peerName: `pairs-${name}`,
      isLoose: true,
      lines: json(name).map(({ text: sentence = '' }) => sentence),
    })),
    misspelt: ['codespell', 'birkbeck'].map((name) => ({
      name,
      rows: lines(`spell/${name}.tsv`).map((line) => {
        const [wrong = '', right = ''] = line.split('\t');
        return { wrong, right };
      }),
    })),
  };
}

/** Words, as they are counted for "edits per 1,000 words": what stands between spaces. */
export function wordsIn(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (line.match(/\S+/g)?.length ?? 0), 0);
}

interface JsonRow {
  readonly text?: string;
  readonly bad?: string;
  readonly good?: readonly string[];
  readonly cat?: string;
  readonly off?: boolean;
}

function pairSet(name: string, rows: readonly JsonRow[]): PairSet {
  const pairs = rows.map(({ bad = '', good = [], cat = '', off = false }) => ({
    bad,
    good,
    isCore: !off && !notCore.has(cat),
  }));
  return {
    name,
    pairs,
    dialect: 'en-US',
    peerName: `pairs-${name}`,
    isLoose: true,
    lines: pairs.map(({ bad }) => bad),
  };
}

function linesOf(path: string, limit: number): readonly string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return (lines.at(-1) === '' ? lines.slice(0, -1) : lines).slice(0, limit);
}
