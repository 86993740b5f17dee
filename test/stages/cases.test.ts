import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/core/document.ts';
import { stages } from '../../src/stages/index.ts';
import { corrected, proofreaderOf, readCases } from './cases.ts';

/** The engine of the grammar stage is slow to start, so its cases have a test of their own. */
const tested = stages.filter((stage) => stage.name !== 'grammar');

/** Spelling finds words, not patterns: which of its rules speaks depends on the dictionaries. */
const ruled = tested.filter((stage) => stage.name !== 'spelling');

for (const stage of tested) {
  describe(stage.name, () => {
    const proofread = proofreaderOf(stage);

    it.each(readCases(stage.name))('line $line: $wrong', async ({ wrong, right, why }) => {
      expect(await corrected(proofread, wrong), why).toBe(right);
    });

    it('leaves alone what it has corrected', async () => {
      for (const { right } of readCases(stage.name)) {
        expect(await corrected(proofread, right)).toBe(right);
      }
    });
  });
}

describe.each(ruled)('the rules of $name', (stage) => {
  it('are each shown by a case, and no others speak', async () => {
    const proofread = proofreaderOf(stage);
    const heard = new Set<string>();
    for (const { wrong } of readCases(stage.name)) {
      const document = documentOf(
        wrong.split('\n\n').map((text) => ({ kind: 'paragraph', text, frozen: [] })),
      );
      for (const { rule } of (await proofread(document)).findings) heard.add(rule);
    }
    expect([...heard].sort()).toEqual(Object.keys(stage.rules).sort());
  });
});

describe('the list of stages', () => {
  const names = stages.map((stage) => stage.name);

  it('is sorted, without a name twice', () => {
    expect(names).toEqual([...new Set(names)].sort());
  });

  it('agrees with the files beside it', () => {
    const files = readdirSync(new URL('../../src/stages/', import.meta.url))
      .filter((file) => file !== 'index.ts')
      .map((file) => file.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(names);
  });

  it('agrees with the folders of cases', () => {
    expect(readdirSync(new URL('../../fixtures/stages/', import.meta.url)).sort()).toEqual(names);
  });
});
