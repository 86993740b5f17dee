import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../src/core/edit.ts';
import type { Format } from '../../src/core/format.ts';
import { html } from '../../src/formats/html/html.ts';
import { markdown } from '../../src/formats/markdown/markdown.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { text } from '../../src/formats/text/text.ts';

/** Encoders that share nothing with those that are tested. */
const encodings: Readonly<Record<string, (source: string) => Buffer>> = {
  'UTF-8': (source) => Buffer.from(source),
  'UTF-8 with a mark': (source) => Buffer.from(`\uFEFF${source}`),
  'UTF-16LE': (source) => Buffer.from(source, 'utf16le'),
  'UTF-16LE with a mark': (source) => Buffer.from(`\uFEFF${source}`, 'utf16le'),
  'UTF-16BE': (source) => Buffer.from(source, 'utf16le').swap16(),
  'UTF-16BE with a mark': (source) => Buffer.from(`\uFEFF${source}`, 'utf16le').swap16(),
  'windows-1252': (source) => Buffer.from(source.replaceAll('’', '\x92'), 'latin1'),
  'ISO-8859-1': (source) => Buffer.from(source.replaceAll('’', "'"), 'latin1'),
};

interface Kind {
  readonly format: Format;
  readonly fileName: string;
  /** A paragraph of lines, as the format writes it; the paragraphs stand a blank line apart. */
  readonly written: (lines: string) => string;
}

const kinds: readonly Kind[] = [
  { format: text, fileName: 'a.txt', written: (lines) => lines },
  { format: markdown, fileName: 'a.md', written: (lines) => lines },
  { format: html, fileName: 'a.html', written: (lines) => `<p>${lines}</p>` },
];

const lineEnd = fc.constantFrom('\r\n', '\n', '\r');

const word = fc.constantFrom('harbour', 'café', 'it’s', 'teh', 'ferry', 'naïve', 'mill');

/** Each line has a `teh` in it, so that there is something to correct, and a character beyond ASCII. */
const line = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => `The é teh ${words.join(' ')} ends`);

/** Lines with their ends, which may be mixed; the last may have none. */
const paragraph = fc.array(fc.tuple(line, lineEnd), { minLength: 1, maxLength: 4 });

const document = fc.record({
  paragraphs: fc.array(fc.tuple(paragraph, lineEnd), { minLength: 1, maxLength: 4 }),
  closed: fc.boolean(),
});

function sourceOf(
  { paragraphs, closed }: typeof document extends fc.Arbitrary<infer T> ? T : never,
  { written }: Kind,
): string {
  const pieces = paragraphs.map(([lines, gap], index) => {
    const last = lines.at(-1)?.[1] ?? '';
    const inner = lines.map(([each, end], at) => (at < lines.length - 1 ? each + end : each));
    const isEnd = index === paragraphs.length - 1;
    return written(inner.join('')) + (isEnd ? (closed ? last : '') : last + gap);
  });
  return pieces.join('');
}

describe.each(kinds)('$format.name in every encoding', (kind) => {
  it.each(Object.entries(encodings))('%s keeps its bytes but those of the edits', (_, encode) => {
    fc.assert(
      fc.property(document, (made) => {
        const source = sourceOf(made, kind);
        const bytes = new Uint8Array(encode(source));
        const format = recognise(kind.fileName, bytes);
        expect(format).toBe(kind.format);
        const opened = format.open(bytes);
        const edits = [...opened.document.text.matchAll(/\bteh\b/g)].map(
          ({ index }): TextEdit => ({
            span: { start: index, end: index + 3 },
            before: 'teh',
            after: 'thé',
          }),
        );
        expect(edits.length).toBeGreaterThan(0);
        expect(Buffer.compare(opened.save([], 'clean'), bytes)).toBe(0);
        const wanted = encode(source.replaceAll(/\bteh\b/g, 'thé'));
        const saved = Buffer.from(opened.save(edits, 'clean'));
        expect(saved.toString('hex')).toBe(wanted.toString('hex'));
      }),
      { numRuns: 60 },
    );
  });
});
