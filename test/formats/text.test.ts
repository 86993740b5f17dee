import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opened } from '../../src/core/format.ts';
import { text } from '../../src/formats/text/text.ts';
import { formatContract } from './contract.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf } from './golden.ts';
import { corpusSweep } from './sweep.ts';

formatFixtures(text);

formatContract('text', text, casesOf('text'));

const open = (source: string): Opened => text.open(new Uint8Array(Buffer.from(source)));

const textsOf = (source: string): readonly string[] => {
  const { document } = open(source);
  return document.blocks.map((block) => document.text.slice(block.span.start, block.span.end));
};

const kindsOf = (source: string): readonly string[] =>
  open(source).document.blocks.map((block) => block.kind);

/** Words of the lengths that English words have, and now and then a name. */
const word = fc.constantFrom(
  ...'a to of the it and was that with from have said letter people through because'.split(' '),
  ...'something harbour Thomas another understanding Norwich'.split(' '),
);

const sentence = fc.array(word, { minLength: 2, maxLength: 40 }).map((words) => words.join(' '));

const capital = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);

describe('the lines of plain text', () => {
  it.each([
    ['with full stops', (line: string) => `${capital(line)}.`],
    ['without full stops', capital],
    ['in lower case', (line: string) => line.toLowerCase()],
  ])('are blocks of their own where each is a sentence, %s', (_, dressed) => {
    const lines = fc.array(sentence.map(dressed), { minLength: 60, maxLength: 120 });
    fc.assert(
      fc.property(lines, (each) => {
        expect(textsOf(each.join('\n'))).toEqual(each);
      }),
      { numRuns: 30 },
    );
  });

  it('are one block where a program wrapped them', () => {
    const paragraph = fc
      .array(sentence, { minLength: 6, maxLength: 20 })
      .map((sentences) => sentences.map((each) => `${capital(each)}.`).join(' '));
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 55, max: 80 }),
        (paragraphs, width) => {
          const wrapped = paragraphs.map((each) => wrap(each, width));
          expect(textsOf(wrapped.join('\n\n'))).toEqual(wrapped);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('stay what they are when a word changes in each paragraph', () => {
    const source = [1, 2, 3, 4]
      .map(() => wrap('The word is here and there and the other word is not. '.repeat(9), 70))
      .join('\n\n');
    const opened = open(source);
    const edits = [...opened.document.text.matchAll(/\bword\b/g)].map((match) => ({
      span: { start: match.index, end: match.index + 4 },
      before: 'word',
      after: 'Expression',
    }));
    const saved = text.open(opened.save(edits, 'clean'));
    expect(saved.document.text).toBe(opened.document.text.replaceAll(/\bword\b/g, 'Expression'));
  });

  it('are read in a corrected copy as they were in the original', () => {
    const opened = open('The answer is that\nthe others came');
    expect(opened.document.blocks).toHaveLength(1);
    const edit = { span: { start: 19, end: 22 }, before: 'the', after: 'The' };
    const saved = opened.save([edit], 'clean');
    expect(text.open(saved).document.blocks).toHaveLength(2);
    expect(opened.reread?.(saved)).toBe('The answer is that\nThe others came');
  });

  it('are read in time proportional to their number', () => {
    const line = (index: number): string =>
      `Line ${index} is a sentence that has some words in it.`;
    const source = Array.from({ length: 20_000 }, (_, index) => line(index)).join('\n');
    const start = performance.now();
    const opened = open(source);
    const edits = opened.document.blocks.map(({ span }) => ({
      span: { start: span.start, end: span.start + 4 },
      before: 'Line',
      after: 'Row',
    }));
    const saved = opened.save(edits, 'clean');
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(opened.document.blocks).toHaveLength(20_000);
    expect(Buffer.from(saved).toString()).toBe(source.replaceAll('Line', 'Row'));
  });
});

describe('the blocks of plain text', () => {
  const prose = 'A sentence that is long enough to be one of a paragraph, and so it is one here.';

  it('take bullets and numbers for marks and not for text', () => {
    expect(textsOf('- one thing\n* another\n• a third\n12. a fourth\n(b) a fifth')).toEqual([
      'one thing',
      'another',
      'a third',
      'a fourth',
      'a fifth',
    ]);
    expect(kindsOf('- one thing\n- another')).toEqual(['list-item', 'list-item']);
  });

  it('leave a number or a dash within a wrapped paragraph alone', () => {
    const wrapped =
      'it was as we had said it would be in the summer of the year\n1984. and not\n– as they said –\nlater on';
    expect(textsOf(wrapped)).toEqual([wrapped]);
  });

  it('know a heading by the lines around it, or by its underline', () => {
    expect(kindsOf(`Outlook\n\n${prose}\n\n${prose}`)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
    ]);
    expect(kindsOf(`Outlook\n-------\n${prose}\n${prose}`)[0]).toBe('heading');
    expect(kindsOf('red apples\n\ngreen pears\n\nblue plums')).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('do not take a wholly indented letter for code', () => {
    const { document } = open(`    Dear Jo,\n\n    ${prose}\n\n    Yours, Sam`);
    expect(document.blocks.flatMap((block) => block.frozen)).toEqual([]);
  });

  it('freeze what is quoted, drawn, set in columns, or indented as code', () => {
    const frozen = ['> They wrote this.', '| a | b |', 'a   b   c\nd   e   f', '    x = 1'];
    for (const part of frozen) {
      const { document } = open(`${prose}\n\n${part}\n`);
      const block = document.blocks[1];
      expect(block?.frozen, part).toEqual([block?.span]);
    }
  });

  it('split a text without blank lines where its lines end sentences', () => {
    const lines = Array.from({ length: 60 }, (_, index) =>
      index % 6 === 5
        ? 'and that is how the matter stood at the end of it all.'
        : 'The people of the town had never seen anything like it',
    ).map((line, index) => (index % 6 === 0 ? line : line.toLowerCase()));
    expect(textsOf(lines.join('\n')).length).toBe(10);
  });
});

function wrap(paragraph: string, width: number): string {
  const lines = [''];
  for (const each of paragraph.trim().split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = each;
    else if (last.length + 1 + each.length <= width) lines[lines.length - 1] = `${last} ${each}`;
    else lines.push(each);
  }
  return lines.join('\n');
}

describe('text', () => {
  corpusSweep(text, 'txt');
});
