import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextSet } from './sets.ts';

/** Shares of 1: how much of what was changed is right, how much of what is wrong was changed. */
interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f05: number;
}

/** The scorer that comes with the quality sets, a Python program. */
export interface Scorer {
  score(set: TextSet, corrected: readonly string[]): Score;
  /** GLEU of corrected JFLEG sentences against its four references, as a share of 1. */
  gleu(set: TextSet, corrected: readonly string[]): number;
  close(): void;
}

/** Throws when there is no Python. */
export function createScorer(folder: string): Scorer {
  const scratch = mkdtempSync(join(tmpdir(), 'proofdesk-bench-'));
  const python = (program: string, ...words: readonly string[]): string => {
    const ran = spawnSync('python3', [join(folder, 'score', program), ...words], {
      encoding: 'utf8',
      maxBuffer: 64e6,
    });
    if (ran.error) throw new Error('The scorer of the quality sets needs Python: python3.');
    if (ran.status !== 0) throw new Error(`${program} failed: ${ran.stderr}`);
    return ran.stdout;
  };
  const kept = (name: string, lines: readonly string[] | string): string => {
    const path = join(scratch, name);
    writeFileSync(path, typeof lines === 'string' ? lines : `${lines.join('\n')}\n`);
    return path;
  };
  const gold = (set: TextSet): string => join(folder, 'm2', `${set.peerName}.m2`);
  const tokenised = (set: TextSet, lines: readonly string[], name: string): string => {
    const source = kept('source.txt', set.lines);
    return kept(name, python('tok.py', gold(set), source, kept('lines.txt', lines)));
  };
  return {
    score(set, corrected) {
      const [source, after] = [kept('source.txt', set.lines), kept('after.txt', corrected)];
      const { P, R, F05 } = JSON.parse(python('score.py', gold(set), source, after, '--json'));
      return { precision: P, recall: R, f05: F05 };
    },
    gleu(set, corrected) {
      const source = tokenised(set, set.lines, 'source.tok');
      const after = tokenised(set, corrected, 'after.tok');
      const references = [0, 1, 2, 3].map((at) => join(folder, 'jfleg', `dev.ref${at}`));
      return Number(python('gleu.py', source, after, ...references));
    },
    close: () => rmSync(scratch, { recursive: true }),
  };
}
