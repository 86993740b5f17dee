import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Opinion, ruleOf, secondedIn, type Verdict } from '../../src/core/calibration.ts';
import type { Dialect } from '../../src/core/dialect.ts';
import { documentOf } from '../../src/core/document.ts';
import type { Proofread } from '../../src/core/proofread.ts';
import { annotatedVersions, isNearer, wordsOf } from '../measure-grammar/gold.ts';
import { annotated, published } from '../measure-grammar/sets.ts';

/** A finding that proposes a change, and whether it was right to. */
export interface Observation {
  /** `stage/rule`. */
  readonly rule: string;
  /** The confidence that the stage itself states. */
  readonly stated: number;
  readonly isRight: boolean;
  /** Names the case without its text, for `reviewed.txt`. */
  readonly key: string;
  readonly excerpt: string;
  /** Stretches of a set lie in turn in this half or in that, so that neighbours are not scored on each other. */
  readonly half: 0 | 1;
  /** Whether another stage proposes the same. */
  readonly seconded: boolean;
  /** What the language model thinks of it. */
  readonly opinion: Opinion | undefined;
}

/** What is observed: a proofreader of one text a paragraph, all of one dialect, and the model's opinion. */
export interface Observed {
  proofread(document: ReturnType<typeof documentOf>, dialect: Dialect): Promise<Proofread>;
  readonly verdict: Verdict;
}

/** Sentences in a row that lie in one half: about a document or two. */
const stretch = 40;

/**
 * Proofreads the quality sets in `folder` and says of each proposed change whether it was right:
 * in annotated text, whether it brings the sentence nearer to some annotator's version; in published prose, never.
 * Changes that annotators do not see, such as of spaces, are left out.
 */
export async function observe(
  folder: string,
  { proofread, verdict }: Observed,
  progress: (set: string) => void,
): Promise<readonly Observation[]> {
  const all: Observation[] = [];
  for (const [set, dialect] of annotated) {
    progress(set);
    const sentences = linesOf(join(folder, 'src', `${set}.dev.txt`));
    const versions = annotatedVersions(
      readFileSync(join(folder, 'm2', `${set}.dev.m2`), 'utf8'),
      sentences,
    );
    const judge: Judge = (index, before, after) =>
      (versions[index] ?? []).some((version) => isNearer(version, before, after));
    all.push(
      ...(await observeSet(sentences, judge, {
        proofread: (document) => proofread(document, dialect),
        verdict,
      })),
    );
  }
  for (const [set, dialect] of published) {
    progress(set);
    const paragraphs = linesOf(join(folder, 'clean', `${set}.txt`));
    const wrong: Judge = () => false;
    all.push(
      ...(await observeSet(paragraphs, wrong, {
        proofread: (document) => proofread(document, dialect),
        verdict,
      })),
    );
  }
  return all;
}

type Judge = (index: number, before: string, after: string) => boolean;

interface OfOneDialect extends Pick<Observed, 'verdict'> {
  proofread(document: ReturnType<typeof documentOf>): Promise<Proofread>;
}

async function observeSet(
  lines: readonly string[],
  judge: Judge,
  { proofread, verdict }: OfOneDialect,
): Promise<readonly Observation[]> {
  const document = documentOf(lines.map((text) => ({ kind: 'paragraph', text, frozen: [] })));
  const { findings } = await proofread(document);
  const seconded = secondedIn(findings);
  let index = 0;
  return findings.flatMap((finding) => {
    const [first] = finding.corrections;
    if (!first) return [];
    while ((document.blocks[index]?.span.end ?? Number.POSITIVE_INFINITY) < first.span.end) {
      index += 1;
    }
    const line = lines[index] ?? '';
    const start = first.span.start - (document.blocks[index]?.span.start ?? 0);
    const end = start + first.before.length;
    const after = line.slice(0, start) + first.after + line.slice(end);
    if (wordsOf(line).join(' ') === wordsOf(after).join(' ')) return [];
    const key = keyOf(line, after);
    return [
      {
        rule: ruleOf(finding),
        stated: finding.confidence,
        isRight: judge(index, line, after) || reviewed.has(key),
        key,
        excerpt: `${line.slice(Math.max(0, start - 40), start)}[${first.before}→${first.after}]${line.slice(end, end + 40)}`,
        half: Math.floor(index / stretch) % 2 === 0 ? 0 : 1,
        seconded: seconded.has(finding),
        opinion: verdict(finding, document),
      },
    ];
  });
}

function linesOf(path: string): readonly string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Corrections that are right by any grammar, though no annotator made them or the prose was published so. */
const reviewed = new Set(
  linesOf(join(import.meta.dirname, 'reviewed.txt')).filter((line) => !line.startsWith('#')),
);

function keyOf(before: string, after: string): string {
  return createHash('sha256').update(`${before}\n${after}`).digest('hex').slice(0, 16);
}
