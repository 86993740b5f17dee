import { describe, expect, it } from 'vitest';
import { DocumentProblem } from '../../src/core/problem.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { subtitles } from '../../src/formats/subtitles/subtitles.ts';
import { formatContract } from './contract.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf } from './golden.ts';

formatFixtures(subtitles);

formatContract('subtitles', subtitles, casesOf('subtitles'));

const bytesOf = (source: string): Uint8Array => new Uint8Array(Buffer.from(source));

/** Cues of one line each, from one second to the next. */
const cues = (...lines: readonly string[]): string =>
  lines
    .map((line, at) => `${at + 1}\n00:00:${10 + at},000 --> 00:00:${10 + at},900\n${line}\n`)
    .join('\n');

const blocksOf = (source: string): readonly string[] => {
  const { text } = subtitles.open(bytesOf(source)).document;
  return text === '' ? [] : text.split('\n\n');
};

describe('the text of subtitles', () => {
  it.each([
    [
      ['We saw', 'the mill.', 'It stood.'],
      ['We saw\nthe mill.', 'It stood.'],
    ],
    [
      ['We saw', '- the mill'],
      ['We saw', 'the mill'],
    ],
    [
      ['We saw', '>> the mill'],
      ['We saw', 'the mill'],
    ],
    [
      ['We saw...', 'the mill', 'He…', 'Here'],
      ['We saw...\nthe mill\nHe…', 'Here'],
    ],
    [
      ['[door]', 'the mill', '♪ la ♪', 'ANNA: so'],
      ['[door]', 'the mill', '♪ la ♪', 'ANNA: so'],
    ],
    [['<i>We</i> saw', '{\\an8}<b>the</b> m<u>il</u>l'], ['We saw\nthe mill']],
    [['&amp; so', '1 < 2 > 0'], ['&amp; so\n1 < 2 > 0']],
    [['♪ ♪', '123'], ['123']],
  ])('%j', (lines, expected) => {
    expect(blocksOf(cues(...lines))).toEqual(expected);
  });

  it('is parted where nothing is shown for a while', () => {
    const source = '1\n0:00:01,0 --> 0:00:02,0\nSo\n\n2\n0:00:05,1 --> 0:00:06,0\nit was\n';
    expect(blocksOf(source)).toEqual(['So', 'it was']);
  });

  it('is cut where no full stop ever comes', () => {
    const blocks = blocksOf(cues(...Array.from({ length: 90 }, (_, at) => `line ${at}`)));
    expect(blocks.map((block) => block.split('\n').length)).toEqual([40, 40, 10]);
  });
});

describe('a correction in subtitles', () => {
  it('never takes a line break with it', () => {
    const opened = subtitles.open(bytesOf(cues('so the', 'the mill')));
    const edit = { span: { start: 3, end: 10 }, before: 'the\nthe', after: 'the' };
    expect(() => opened.save([edit], 'clean')).toThrow(/frozen/);
  });

  it('that ends a sentence leaves the blocks as they were read', () => {
    const opened = subtitles.open(bytesOf(cues('so it is', 'The mill')));
    const saved = opened.save([{ span: { start: 8, end: 8 }, before: '', after: '.' }], 'clean');
    expect(opened.reread?.(saved)).toBe('so it is.\nThe mill');
  });
});

describe('recognise', () => {
  it.each([
    ['film.srt', 'anything'],
    ['film.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello'],
    ['film.txt', '1\r\n00:00:01,000 --> 00:00:02,000\r\nHello'],
    ['film', 'WEBVTT\n'],
  ])('takes %s for subtitles', (name, source) => {
    expect(recognise(name, bytesOf(source)).name).toBe('subtitles');
  });

  it('refuses binary data under their name', () => {
    const bytes = bytesOf('1\0\x02');
    expect(() => recognise('film.srt', bytes).open(bytes)).toThrow(DocumentProblem);
  });
});
