import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/core/document.ts';
import type { TextEdit } from '../../../src/core/edit.ts';
import { docx } from '../../../src/formats/docx/docx.ts';
import { brokenLaws, stamp } from './laws.ts';
import { changedParts, mainXmlOf, wordFile, xmlOf } from './package.ts';

const folder = fileURLToPath(new URL('../../../fixtures/formats/docx/', import.meta.url));

describe.each(readdirSync(folder))('docx fixture %s', (name) => {
  const path = `${folder}${name}/`;
  const bytes = packed(path);
  const opened = docx.open(bytes);
  const edits = editsFrom(readFileSync(`${path}edits.txt`, 'utf8'), opened.document);

  it('reads the text, its kinds, languages and frozen stretches', () => {
    expectGolden(`${path}blocks.txt`, `${described(opened.document)}\n`);
  });

  it('writes the clean copy', () => {
    expectParts('clean', opened.save(edits, 'clean'));
  });

  it('writes the redline', () => {
    expectParts('tracked', opened.save(edits, 'tracked', stamp));
  });

  it('keeps the laws', () => {
    expect(brokenLaws(bytes, edits)).toEqual([]);
  });

  /** The main part, and each other part that differs: `clean.xml`, `clean-header1.xml`. */
  function expectParts(kind: string, saved: Uint8Array): void {
    expectGolden(`${path}${kind}.xml`, mainXmlOf(saved));
    const others = changedParts(bytes, saved).filter((part) => part !== 'word/document.xml');
    for (const part of others) {
      expectGolden(`${path}${kind}-${part.slice('word/'.length)}`, xmlOf(saved, part));
    }
  }
});

function packed(path: string): Uint8Array {
  const names = readdirSync(path).filter((name) =>
    /^(?:document|styles|settings|footnotes|endnotes|comments|header\d|footer\d)\.xml$/.test(name),
  );
  return wordFile(
    Object.fromEntries(names.map((name) => [`word/${name}`, readFileSync(`${path}${name}`)])),
  );
}

/** One edit a line: `before => after`, the first place of `before`; or `@after before => inserted`. */
function editsFrom(lines: string, { text }: Document): readonly TextEdit[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [head = '', after = ''] = line.split(/ => ?/);
      const before = head.replace(/^@after /, '');
      const at = text.indexOf(before);
      if (at < 0) throw new Error(`the text does not hold "${before}"`);
      const end = at + before.length;
      if (head !== before) return { span: { start: end, end }, before: '', after };
      return { span: { start: at, end }, before, after };
    });
}

/** A line for each block: its kind, its language, its text with frozen stretches in double brackets. */
function described({ text, blocks }: Document): string {
  return blocks
    .map((block) => {
      const language = block.language === undefined ? '' : ` (${block.language})`;
      return `${block.kind}${language}: ${marked(text, block)}`;
    })
    .join('\n');
}

function marked(text: string, block: Block): string {
  const pieces: string[] = [];
  let position = block.span.start;
  for (const { start, end } of block.frozen) {
    pieces.push(text.slice(position, start), `⟦${text.slice(start, end)}⟧`);
    position = end;
  }
  pieces.push(text.slice(position, block.span.end));
  return pieces
    .join('')
    .replaceAll('\n', '⏎')
    .replaceAll('\t', '⇥')
    .replaceAll('\u00AD', '<soft hyphen>')
    .replaceAll('\uFFFC', '<object>');
}

function expectGolden(path: string, content: string): void {
  if (process.env['UPDATE'] === '1') writeFileSync(path, content);
  expect(existsSync(path), `${path} is missing; UPDATE=1 writes it`).toBe(true);
  expect(content).toBe(readFileSync(path, 'utf8'));
}
