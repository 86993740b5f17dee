import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../../src/core/format.ts';
import { formatContract, type Sample } from '../contract.ts';
import { changedParts, partsOf } from '../docx/package.ts';
import { expectGolden } from '../golden.ts';
import { described, editsFrom } from './cases.ts';
import { brokenLaws } from './laws.ts';
import type { Parts } from './packages.ts';

interface Kit {
  readonly format: Format;
  readonly textPart: RegExp;
  readonly pack: (parts: Parts) => Uint8Array;
}

/** Every case of a format: what is read, what is warned of, what is written, and the laws; then the contract. */
export function officeFixtures(kit: Kit): void {
  const { format } = kit;
  const folder = fileURLToPath(
    new URL(`../../../fixtures/formats/${format.name}/`, import.meta.url),
  );
  const samples = readdirSync(folder).map((name): Sample => {
    return { name, bytes: kit.pack(partsIn(`${folder}${name}/`)) };
  });
  describe.each(samples)(`${format.name} fixture $name`, ({ name, bytes }) => {
    const path = `${folder}${name}/`;
    const opened = format.open(bytes);
    const edits = editsFrom(readFileSync(`${path}edits.txt`, 'utf8'), opened.document);

    it('reads the text, its kinds, languages and frozen stretches, and warns', () => {
      const warnings = opened.warnings.map((warning) => `! ${warning}\n`).join('');
      expectGolden(`${path}blocks.txt`, `${described(opened.document)}\n${warnings}`);
    });

    it('writes the corrected copy', () => {
      const clean = opened.save(edits, 'clean');
      for (const part of changedParts(bytes, clean)) {
        const content = new TextDecoder('utf-8', { ignoreBOM: true }).decode(partsOf(clean)[part]);
        expectGolden(`${path}clean-${part.split('/').at(-1)}`, content);
      }
    });

    it('keeps the laws', () => {
      expect(brokenLaws(kit, bytes, edits)).toEqual([]);
    });
  });
  formatContract(format.name, format, samples);
}

function partsIn(path: string): Parts {
  const names = readdirSync(path).filter((name) => /^(?!clean-).*\.(?:xml|rels)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(path + name))]));
}
