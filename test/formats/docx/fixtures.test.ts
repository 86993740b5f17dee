import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../src/formats/docx/docx.ts';
import { expectGolden } from '../golden.ts';
import { described, editsFrom } from '../office/cases.ts';
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
