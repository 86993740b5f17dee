import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../../src/core/edit.ts';
import { rtf } from '../../src/formats/rtf/rtf.ts';
import { corpusFolder } from '../parts.ts';
import { allWords, formatContract } from './contract.ts';
import { oneEditPerBlock, stamp } from './docx/laws.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf, editsOf, expectGolden } from './golden.ts';
import { corpusSweep } from './sweep.ts';

formatFixtures(rtf);

formatContract('rtf', rtf, casesOf('rtf'));

const bytesOf = (source: string): Uint8Array => new Uint8Array(Buffer.from(source, 'latin1'));
const sourceOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const open = (body: string) => rtf.open(bytesOf(`{\\rtf1\\ansi ${body}}`));

/** The body with the first place of `before` in its text replaced. */
function corrected(body: string, before: string, after: string): string {
  const opened = open(body);
  const start = opened.document.text.indexOf(before);
  expect(start, `${before} is in the text`).toBeGreaterThanOrEqual(0);
  const edit = { span: { start, end: start + before.length }, before, after };
  return sourceOf(opened.save([edit], 'clean')).slice('{\\rtf1\\ansi '.length, -1);
}

/** Which laws of tracked changes an RTF document breaks, by name. */
function brokenLaws(bytes: Uint8Array, edits: readonly TextEdit[]): readonly string[] {
  const opened = rtf.open(bytes);
  const { text } = opened.document;
  const tracked = opened.save(edits, 'tracked', stamp);
  const laws: Readonly<Record<string, boolean>> = {
    'no edits, same bytes': opened.save([], 'tracked', stamp) === bytes,
    'all accepted is the corrected text':
      rtf.open(tracked).document.text === applyEdits(text, edits),
    'ours rejected is the original': rtf.rejectedText?.(tracked, stamp) === text,
    'the same bytes again': Buffer.compare(tracked, opened.save(edits, 'tracked', stamp)) === 0,
  };
  return Object.keys(laws).filter((law) => laws[law] === false);
}

describe('the text of an RTF document', () => {
  it.each([
    ['a\\par b\\line c\\par', ['a', 'b\nc']],
    ['a\\\r\nb\\\nc', ['a', 'b', 'c']],
    ['a\r\nb{\\i c}\\b d\\b0  e', ['abcd e']],
    ["caf\\'e9 \\u8217?s \\uc0\\u8212 b{\\uc2\\u233xyc}", ['café ’s —béc']],
    ['\\pict a', []],
    ['x\\u-10179?\\u-8704?', ['x\u{1F600}']],
    ['a\\~b\\-c\\_d \\\\ \\{\\}', ['a\u00A0b\u00ADc\u2011d \\ {}']],
    ['\\lquote a\\rquote  \\emdash\\endash b\\bullet', ['‘a’ —–b•']],
    ['a{\\*\\unknown b}{\\info{\\title c}}{\\xe d}e', ['ae']],
    ['a{\\v b}c\\v d\\v0 e\\v f\\plain g', ['aceg']],
    ['a{\\pict\\bin3 }}}b}c', ['a\uFFFCc']],
    ['a{\\pict\\bin4 \0\0}\0}c', ['a\uFFFCc']],
    ['a{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}b', ['a\uFFFCb']],
    ['a{\\object{\\*\\objdata 00}{\\result b}}c', ['a\uFFFCc']],
    ['a{\\upr{b}{\\*\\ud c}}d', ['acd']],
    ['a{\\footnote b\\par}c\\par', ['ac', 'b']],
    ['{\\headerf a\\par}b{\\footer c}', ['b', 'a', 'c']],
    ['{\\field{\\*\\fldinst DATE}{\\fldrslt a {\\b b}}} c', ['a b c']],
    ['a{\\deleted b}{\\revised c}', ['ac']],
    ['a}b', ['a']],
    ['a{b', ['ab']],
    ['a\\u8217', ['a’']],
  ])('%s', (body, expected) => {
    const { document } = open(body);
    expect(document.blocks.map(({ span }) => document.text.slice(span.start, span.end))).toEqual(
      expected,
    );
  });

  it('says what was met and left alone', () => {
    expect(
      open('a{\\deleted b}\\par {\\lang1031 Ein Satz.\\par}\\lang1033{\\noproof c d}').warnings,
    ).toMatchInlineSnapshot(`
      [
        "The client has 1 open revision in this document; it was left as it is, and the text was read as if all were accepted.",
        "1 paragraph is marked as another language than English (de).",
        "2 words are marked “do not check spelling or grammar” and were left alone.",
      ]
    `);
    expect(open('{\\b a').warnings).toMatchInlineSnapshot(`
      [
        "The end of this document is missing; what is there was proofread.",
      ]
    `);
  });

  it('refuses what is none, and groups without end', () => {
    expect(() => rtf.open(bytesOf('{\\rt'))).toThrow(/does not begin/);
    expect(() => open('{'.repeat(20_000))).toThrow(/too deeply/);
    expect(open(`${'{'.repeat(9_000)}a${'}'.repeat(9_000)}`).document.text).toBe('a');
  });
});

describe('a redline in RTF', () => {
  it.each([
    ['{\\rtf1\\ansi teh cat}', '{\\rtf1\\ansi {\\*\\revtbl'],
    ['{\\rtf1 teh cat}', '{\\rtf1 {\\*\\revtbl'],
    ['\r\n{\\rtf1\r\n\\ansi\\ansicpg1252\\deff0\\pard teh cat}', '\\deff0{\\*\\revtbl'],
    ['{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}\\pard teh cat}', '{\\f0 A;}}{\\*\\revtbl'],
  ])('names its author in a table of the header: %s', (source, expected) => {
    const opened = rtf.open(new Uint8Array(Buffer.from(source)));
    const edit = { span: { start: 0, end: 3 }, before: 'teh', after: 'the' };
    const stamp = { author: 'Anna', date: '2026-11-24T09:00:00Z' };
    const redline = opened.save([edit], 'tracked', stamp);
    expect(Buffer.from(redline).toString()).toContain(expected);
    expect(rtf.open(redline).document.text).toBe('the cat');
    expect(rtf.rejectedText?.(redline, stamp)).toBe('teh cat');
  });
});

describe('a correction in RTF', () => {
  it.each([
    ['\\b(teh) cat', '(teh)', 'the', '\\b the cat'],
    ['\\b(teh) cat', '(teh) ', '', '\\b cat'],
    ['\\par(teh cat', '(', '', '\\par teh cat'],
    ['\\b0"1 cat', '"', '', '\\b0 1 cat'],
    ['\\i-c d', 'c', '3', '\\i-{}3 d'],
    ['\\\\b(teh', '(', '', '\\\\bteh'],
    ['wr\r\nogn\\i  way', 'wrogn', 'wrong', 'wr\r\nong\\i  way'],
    ['{\\b t}{\\i eh} cat', 'teh', 'the', '{\\b t}{\\i he} cat'],
    [
      'a cat {\\field{\\*\\fldinst PAGE}{\\fldrslt 2}}',
      '\u0020',
      ' big ',
      'a big cat {\\field{\\*\\fldinst PAGE}{\\fldrslt 2}}',
    ],
    ["it\\'92s", '’s', 's', 'its'],
    ['its', 'its', 'it’s {a\\b}', "it\\'92s \\{a\\\\b\\}"],
    ['\\uc0 its', 'its', 'its ←', '\\uc0 its \\u8592 '],
    ["its \\u8217\\'27s", '’s', '’s’', "its \\u8217\\'27s\\'92"],
  ])('%s: %s to %s', (body, before, after, expected) => {
    expect(corrected(body, before, after)).toBe(expected);
  });

  it('behind a field stays outside of it', () => {
    const opened = open('See page {\\field{\\*\\fldinst PAGE}{\\fldrslt {\\b 2}}}\\par');
    const end = opened.document.text.length;
    const saved = opened.save([{ span: { start: end, end }, before: '', after: '.' }], 'clean');
    expect(sourceOf(saved)).toContain('{\\fldrslt {\\b 2}}}.\\par');
  });
});

describe('tracked changes in RTF', () => {
  it.each(casesOf('rtf'))('are written and read back: $name', (fixture) => {
    const opened = rtf.open(fixture.bytes);
    const edits = editsOf(fixture, opened.document.text);
    expectGolden(`${fixture.folder}redline.rtf`, opened.save(edits, 'tracked', stamp));
    expect(brokenLaws(fixture.bytes, edits)).toEqual([]);
  });

  it.each(casesOf('rtf'))('keep their laws whatever is edited: $name', ({ bytes }) => {
    const words = allWords(rtf.open(bytes).document);
    const change = fc.record({
      word: fc.constantFrom(...words),
      after: fc.constantFrom('x', '(', 'naïve ’t', '{\\b}', '\u{1F600}'),
    });
    const changes = fc.uniqueArray(change, { selector: ({ word }) => word, maxLength: 8 });
    fc.assert(
      fc.property(changes, (made) => {
        const edits = made.map(({ word, after }) => ({ ...word, after }));
        expect(brokenLaws(bytes, edits)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('are added to the authors that are there', () => {
    const opened = open('{\\*\\revtbl{Unknown;}{J. Clerk;}}teh cat');
    const edit = { span: { start: 0, end: 3 }, before: 'teh', after: 'the' };
    expect(sourceOf(opened.save([edit], 'tracked', stamp))).toContain(
      '{\\*\\revtbl{Unknown;}{J. Clerk;}{Proofdesk;}}{\\deleted\\revauthdel2',
    );
  });

  const corpus = corpusFolder();
  it.skipIf(corpus === undefined)('keep their laws on the real documents', () => {
    const folder = `${corpus}/rtf`;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.rtf'),
    );
    const broken = files.flatMap((name) => {
      const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
      const edits = oneEditPerBlock(rtf.open(bytes).document);
      return brokenLaws(bytes, edits).map((law) => `${name}: ${law}`);
    });
    expect(broken).toEqual([]);
  });
});

describe('rtf', () => {
  corpusSweep(rtf, 'rtf');
});
