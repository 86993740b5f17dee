import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { touchesFrozen } from '../../src/core/document.ts';
import { applyEdits, type TextEdit } from '../../src/core/edit.ts';
import type { Opened } from '../../src/core/format.ts';
import { DocumentProblem } from '../../src/core/problem.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { partsOf, wordFile, zipped } from '../formats/docx/package.ts';
import { casesOf } from '../formats/golden.ts';
import { packed } from '../formats/odt/cases.ts';
import { presentationFile, workbookFile } from '../formats/office/packages.ts';
import type { Target } from './target.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url));
const sample = fileURLToPath(new URL('../../fixtures/sample/letter.docx', import.meta.url));

/** Every format by the fixtures it has; packages twice, as files and by what is in them. */
export function documentTargets(): readonly Target[] {
  const flat = ['eml', 'html', 'latex', 'markdown', 'rtf', 'subtitles', 'text'].map((name) => {
    const cases = casesOf(name);
    const ending = cases[0]?.extension ?? '.txt';
    return documentTarget(
      name,
      `a${ending}`,
      cases.map(({ bytes }) => bytes),
    );
  });
  return [...flat, ...['docx', 'odt', 'pptx', 'xlsx'].flatMap(packageTargets)];
}

function packageTargets(name: string): readonly Target[] {
  const seeds = namesIn(name).map((one) => seedOf(name, one));
  if (name === 'docx') seeds.push(new Uint8Array(readFileSync(sample)));
  const whole = documentTarget(`${name}, as a file`, `a.${name}`, seeds);
  const inside: Target = {
    name: `${name}, in its parts`,
    seeds: seeds.map(mainPartOf),
    tryOut: (bytes, seed) =>
      whole.tryOut(withMainPart(seeds[seed] ?? new Uint8Array(), bytes), seed),
  };
  return [whole, inside];
}

function namesIn(format: string): readonly string[] {
  return readdirSync(fixtures + format).sort();
}

function seedOf(format: string, name: string): Uint8Array {
  if (format === 'odt') return packed(name).bytes;
  const folder = `${fixtures}${format}/${name}/`;
  const files = readdirSync(folder).filter((file) =>
    /^(?!clean|tracked).*\.(?:xml|rels)$/.test(file),
  );
  const parts = Object.fromEntries(
    files.map((file) => [
      format === 'docx' ? `word/${file}` : file,
      new Uint8Array(readFileSync(folder + file)),
    ]),
  );
  if (format === 'docx') return wordFile(parts);
  return format === 'pptx' ? presentationFile(parts) : workbookFile(parts);
}

/** The largest part that is text. */
function mainName(bytes: Uint8Array): string {
  const parts = Object.entries(partsOf(bytes)).filter(([name]) => /\.xml$/.test(name));
  return parts.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

function mainPartOf(bytes: Uint8Array): Uint8Array {
  return partsOf(bytes)[mainName(bytes)] ?? new Uint8Array();
}

function withMainPart(bytes: Uint8Array, part: Uint8Array): Uint8Array {
  return zipped({ ...partsOf(bytes), [mainName(bytes)]: part });
}

function documentTarget(name: string, fileName: string, seeds: readonly Uint8Array[]): Target {
  return {
    name,
    seeds,
    async tryOut(bytes) {
      try {
        const format = recognise(fileName, bytes);
        if (format.read) return void (await format.read(bytes, []));
        format.attachments?.(bytes);
        return lawsBroken(bytes, format.open(bytes), (again) => format.open(again));
      } catch (error) {
        if (error instanceof DocumentProblem) return undefined;
        throw error;
      }
    },
  };
}

/** What could be opened holds the laws; a sentence when it does not. */
function lawsBroken(
  bytes: Uint8Array,
  opened: Opened,
  open: (bytes: Uint8Array) => Opened,
): string | undefined {
  const { text } = opened.document;
  if (Buffer.compare(opened.save([], 'clean'), bytes) !== 0) return 'no edits gave other bytes';
  const edit = oneEdit(opened);
  if (!edit) return undefined;
  let saved: Uint8Array;
  try {
    saved = opened.save([edit], 'clean');
  } catch (error) {
    if (error instanceof DocumentProblem) return undefined;
    throw error;
  }
  const read = opened.reread?.(saved) ?? open(saved).document.text;
  return read === applyEdits(text, [edit]) ? undefined : 'the corrected copy reads otherwise';
}

function oneEdit({ document: { text, blocks } }: Opened): TextEdit | undefined {
  for (const block of blocks) {
    const word = /[A-Za-z]{4,}/.exec(text.slice(block.span.start, block.span.end));
    if (!word) continue;
    const start = block.span.start + word.index;
    const span = { start, end: start + word[0].length };
    if (touchesFrozen(block, span)) continue;
    return { span, before: word[0], after: `${word[0].slice(0, 2)}x${word[0].slice(2)}` };
  }
  return undefined;
}
