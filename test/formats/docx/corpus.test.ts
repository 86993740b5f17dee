import { readdirSync, readFileSync, statSync } from 'node:fs';
import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { DocumentProblem } from '../../../src/core/problem.ts';
import { docx } from '../../../src/formats/docx/docx.ts';
import { corpusFolder } from '../../parts.ts';
import { brokenLaws, brokenRemarkLaws, oneEditPerBlock, stamp } from './laws.ts';

const corpus = corpusFolder();
const files = corpus === undefined ? [] : filesIn(`${corpus}/docx`);

it.skipIf(corpus === undefined)(
  'keeps the laws on every real document, with an edit in each paragraph',
  async () => {
    const counts = { opened: 0, refused: 0, edits: 0, compared: 0 };
    const broken: string[] = [];
    for (const path of files) {
      const bytes = readFileSync(path);
      const opened = openOrRefuse(bytes);
      if (opened === undefined) {
        counts.refused += 1;
        continue;
      }
      counts.opened += 1;
      const edits = oneEditPerBlock(opened.document);
      counts.edits += edits.length;
      broken.push(...brokenLaws(bytes, edits).map((law) => `${path}: ${law}`));
      // Another reader's opinion costs more than all else here: a part of the documents must do.
      if (counts.opened % 3 !== 0) continue;
      counts.compared += 1;
      broken.push(...brokenRemarkLaws(bytes, edits).map((law) => `${path}: ${law}`));
      const [clean, redline] = await Promise.all(
        [opened.save(edits, 'clean'), opened.save(edits, 'tracked', stamp)].map(seenByMammoth),
      );
      if (clean !== redline) broken.push(`${path}: mammoth reads the redline as the clean copy`);
    }
    process.stdout.write(`docx, corpus: ${JSON.stringify(counts)}\n`);
    expect(broken).toEqual([]);
    expect(counts.refused).toBeLessThan(counts.opened / 20);
  },
  // It takes some 15 s; the limit is for machines that do other things as well.
  300_000,
);

function openOrRefuse(bytes: Uint8Array) {
  try {
    return docx.open(bytes);
  } catch (error) {
    if (error instanceof DocumentProblem) return undefined;
    throw error;
  }
}

/** Its text without white space: mammoth also shows the white space at the ends of a `w:t` that Word trims. */
async function seenByMammoth(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.replace(/\s+/g, '');
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
