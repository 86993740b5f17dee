import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../golden.ts';
import { described } from '../office/cases.ts';
import { folder, packed } from './cases.ts';
import { brokenLaws, stamp } from './laws.ts';
import { changedParts, partXml } from './package.ts';

describe.each(readdirSync(folder))('odt fixture %s', (name) => {
  const path = `${folder}${name}/`;
  const { bytes, opened, edits } = packed(name);

  it('reads the text, its kinds, languages and frozen stretches', () => {
    expectGolden(`${path}blocks.txt`, `${described(opened.document)}\n`);
  });

  it.each(['clean', 'tracked'] as const)('writes the %s copy', (mode) => {
    const saved = opened.save(edits, mode, stamp);
    for (const part of changedParts(bytes, saved)) {
      expectGolden(`${path}${mode}-${part}`, partXml(saved, part));
    }
  });

  it('keeps the laws', () => {
    expect(brokenLaws(bytes, edits)).toEqual([]);
  });
});
