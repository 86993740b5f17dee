import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Document, touchesFrozen } from '../../src/core/document.ts';
import { applyEdits, invertEdits, type TextEdit } from '../../src/core/edit.ts';
import type { Format } from '../../src/core/format.ts';
import { corpusFolder } from '../parts.ts';
import { allWords, expectCovered } from './contract.ts';

/** One word changed in every block of every real document of a folder: the laws hold, whatever the markup. */
export function corpusSweep(format: Format, folder: string): void {
  const corpus = corpusFolder();
  it.skipIf(corpus === undefined)(`holds its laws on the real documents in ${folder}/`, () => {
    const counts = { documents: 0, blocks: 0, edits: 0, restored: 0 };
    for (const path of filesIn(`${corpus}/${folder}`)) {
      const bytes = new Uint8Array(readFileSync(path));
      const opened = format.open(bytes);
      expectCovered(opened.document);
      expect(Buffer.compare(opened.save([], 'clean'), bytes)).toBe(0);
      const edits = oneWordPerBlock(opened.document);
      const saved = opened.save(edits, 'clean');
      const again = format.open(saved);
      // Compared as a truth value: a failure must not print the text of a real document.
      const text = opened.reread?.(saved) ?? again.document.text;
      expect(text === applyEdits(opened.document.text, edits), path).toBe(true);
      const restored = again.save(invertEdits(edits), 'clean');
      counts.documents += 1;
      counts.blocks += opened.document.blocks.length;
      counts.edits += edits.length;
      counts.restored += Buffer.compare(restored, bytes) === 0 ? 1 : 0;
    }
    process.stdout.write(`${folder}: ${JSON.stringify(counts)}\n`);
    expect(counts.restored).toBe(counts.documents);
  });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

/** The longest word of plain letters in each block, misspelt. */
function oneWordPerBlock(document: Document): readonly TextEdit[] {
  const words = allWords(document).filter((word) => /^[A-Za-z]{3,}$/.test(word.before));
  const edits: TextEdit[] = [];
  let next = 0;
  for (const block of document.blocks) {
    let longest: TextEdit | undefined;
    for (; (words[next]?.span.start ?? Number.POSITIVE_INFINITY) < block.span.end; next += 1) {
      const word = words[next];
      if (word && word.before.length > (longest?.before.length ?? 0)) longest = word;
    }
    if (longest && !touchesFrozen(block, longest.span)) {
      edits.push({ ...longest, after: `${longest.before.slice(0, 2)}x${longest.before.slice(2)}` });
    }
  }
  return edits;
}
