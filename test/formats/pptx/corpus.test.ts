import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pptx } from '../../../src/formats/pptx/pptx.ts';
import { corpusFolder } from '../../parts.ts';
import { oneEditPerBlock } from '../docx/laws.ts';
import { brokenLaws } from '../office/laws.ts';

const corpus = corpusFolder();
const kit = { format: pptx, textPart: /\/(?:slides|notesSlides)\/[^/]+\.xml$/i };

it.skipIf(corpus === undefined)(
  'keeps the laws on every real presentation, with an edit in each paragraph',
  () => {
    const counts = { documents: 0, blocks: 0, edits: 0 };
    const broken: string[] = [];
    for (const entry of readdirSync(`${corpus}/pptx`, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = new Uint8Array(readFileSync(`${entry.parentPath}/${entry.name}`));
      const { document } = pptx.open(bytes);
      const edits = oneEditPerBlock(document);
      broken.push(...brokenLaws(kit, bytes, edits).map((law) => `${entry.name}: ${law}`));
      counts.documents += 1;
      counts.blocks += document.blocks.length;
      counts.edits += edits.length;
    }
    process.stdout.write(`pptx, corpus: ${JSON.stringify(counts)}\n`);
    expect(broken).toEqual([]);
    expect(counts.documents).toBeGreaterThan(0);
  },
);
