import fc from 'fast-check';
import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { type Document, documentOf, type LooseBlock } from '../../src/core/document.ts';
import {
  closesClause,
  opensSentence,
  passagesOf,
  wordAfter,
  wordBefore,
} from '../../src/core/passage.ts';

const processor = unified().use(retextEnglish).freeze();

function passagesIn(document: Document) {
  const file = new VFile({ value: document.text, data: { document } });
  const tree: Root = processor.parse(file);
  return passagesOf(tree, file);
}

function paragraph(text: string, more: Partial<LooseBlock> = {}): LooseBlock {
  return { kind: 'paragraph', text, frozen: [], ...more };
}

function tokensOf(text: string, more: Partial<LooseBlock> = {}) {
  return passagesIn(documentOf([paragraph(text, more)]))[0]?.tokens ?? [];
}

function texts(text: string) {
  return tokensOf(text).map((token) => token.text);
}

describe('passagesOf', () => {
  it('covers every block without a gap, whatever is in it', () => {
    const word = fc.constantFrom(
      'the',
      'No.',
      'e.g.',
      'U.S',
      'don’t',
      '3,000',
      'end.So',
      '“a”',
      '…',
    );
    const gap = fc.constantFrom(' ', '  ', '\n', '\t', ', ', '. ', '—', ' (', ') ', '? ');
    const text = fc
      .array(fc.tuple(word, gap), { minLength: 1, maxLength: 20 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (blocks) => {
        const document = documentOf(blocks.map((block) => paragraph(block)));
        for (const { block, tokens } of passagesIn(document)) {
          const { start, end } = block.span;
          expect(tokens.map((token) => token.text).join('')).toBe(document.text.slice(start, end));
          for (const token of tokens) {
            expect(document.text.slice(token.span.start, token.span.end)).toBe(token.text);
          }
        }
      }),
    );
  });

  it('leaves out what is not English', () => {
    const document = documentOf([
      paragraph('One.'),
      paragraph('Zwei.', { language: 'de' }),
      paragraph('Three.', { language: 'en-GB' }),
    ]);
    expect(passagesIn(document).map((passage) => passage.index)).toEqual([0, 2]);
  });

  it('takes the full stop from a word before a small letter, but not from an abbreviation', () => {
    expect(texts('He came. so did I, e.g. here, etc. too.')).toContain('came');
    expect(texts('He came. so did I, e.g. here, etc. too.')).toContain('e.g.');
    expect(texts('He came. so did I, e.g. here, etc. too.')).toContain('etc.');
  });

  it('makes opaque what is frozen or written for machines, and nothing beside it', () => {
    const tokens = tokensOf('See www.example.org or the code here.', {
      frozen: [{ start: 27, end: 31 }],
    });
    const opaque = tokens.filter((token) => token.kind === 'opaque').map((token) => token.text);
    expect(opaque.join(' ')).toContain('code');
    expect(opaque.join('')).toContain('example');
    expect(opaque).not.toContain('the');
    expect(opaque).not.toContain('here');
  });

  it('writes the words of rules in small letters with straight apostrophes', () => {
    expect(tokensOf('DON’T go')[0]?.lower).toBe("don't");
  });
});

describe('neighbours', () => {
  const tokens = tokensOf('“Go home,” he said. Go now\nor\tnever (ever).');
  const at = (text: string, nth = 0) =>
    [...tokens.entries()].filter(([, token]) => token.text === text)[nth]?.[0] ?? -1;

  it('are parted by spaces only', () => {
    expect(wordAfter(tokens, at('Go'))).toBe(at('home'));
    expect(wordBefore(tokens, at('home'))).toBe(at('Go'));
    expect(wordAfter(tokens, at('home'))).toBe(-1);
    expect(wordAfter(tokens, at('now'))).toBe(-1);
    expect(wordAfter(tokens, at('or'))).toBe(-1);
  });

  it('know the start of a sentence behind an opening mark', () => {
    expect(opensSentence(tokens, at('Go'))).toBe(true);
    expect(opensSentence(tokens, at('Go', 1))).toBe(true);
    expect(opensSentence(tokens, at('home'))).toBe(false);
  });

  it('know the end of a clause', () => {
    expect(closesClause(tokens, at('home'))).toBe(true);
    expect(closesClause(tokens, at('said'))).toBe(true);
    expect(closesClause(tokens, at('he'))).toBe(false);
    expect(closesClause(tokens, at('never'))).toBe(false);
  });
});
