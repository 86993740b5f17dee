import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { odt } from '../../../src/formats/odt/odt.ts';
import { corpusFolder } from '../../parts.ts';
import { oneEditPerBlock } from '../docx/laws.ts';
import { brokenLaws } from './laws.ts';

const corpus = corpusFolder();

it.skipIf(corpus === undefined)(
  'keeps the laws on every real document, with an edit in each paragraph',
  () => {
    const counts = { documents: 0, blocks: 0, edits: 0 };
    const broken: string[] = [];
    for (const path of filesIn(`${corpus}/odt`)) {
      const bytes = new Uint8Array(readFileSync(path));
      const { document } = odt.open(bytes);
      const edits = oneEditPerBlock(document);
      // Only names of laws are told: no text of a real document is printed.
      for (const law of brokenLaws(bytes, edits)) broken.push(`${path}: ${law}`);
      counts.documents += 1;
      counts.blocks += document.blocks.length;
      counts.edits += edits.length;
    }
    process.stdout.write(`odt: ${JSON.stringify(counts)}\n`);
    expect(broken).toEqual([]);
  },
);

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}
