import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/core/document.ts';
import type { TextEdit } from '../../../src/core/edit.ts';
import type { Format } from '../../../src/core/format.ts';
import { formatContract, type Sample } from '../contract.ts';
import { changedParts, partsOf } from '../docx/package.ts';
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
    .replaceAll('\uFFFC', '<object>');
}

function expectGolden(path: string, content: string): void {
  if (process.env['UPDATE'] === '1') writeFileSync(path, content);
  expect(existsSync(path), `${path} is missing; UPDATE=1 writes it`).toBe(true);
  expect(content).toBe(readFileSync(path, 'utf8'));
}
