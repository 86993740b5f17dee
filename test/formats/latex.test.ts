import { describe, expect, it } from 'vitest';
import { latex } from '../../src/formats/latex/latex.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { formatContract } from './contract.ts';
import { formatFixtures } from './fixtures.ts';
import { casesOf } from './golden.ts';
import { sourcesOf } from './sources.ts';

formatFixtures(latex);

formatContract('latex', latex, casesOf('latex'));

const bytesOf = (source: string): Uint8Array => new Uint8Array(Buffer.from(source));
const { open, textsOf, corrected } = sourcesOf(latex);

describe('the text of a LaTeX source', () => {
  it.each([
    ['a\nb\n\nc \\par d', ['a b', 'c', 'd']],
    ['a % b\nc%\n  d\n% e\n\nf', ['a cd', 'f']],
    ['a $b$ c \\(d\\) \\[e\\] $$f$$ g', ['a \uFFFC c \uFFFC \uFFFC \uFFFC g']],
    ['a\\emph{b}{\\bf c}\\textcolor{red}{d}', ['abcd']],
    ["\\'e\\'{e}\\\"{\\i}\\c{c}\\c c\\v{s}\\ss\\ \\aa{}b", ['ééïççšß\u00A0åb']],
    ['a--b---c~d\\,e\\%\\&\\$\\#\\_\\{\\}', ['a–b—c\u00A0d\u2009e%&$#_{}']],
    ["``a'' `b' it's", ["\"a\" 'b' it's"]],
    ['a\\ldots b \\LaTeX{} c', ['a…b LaTeX c']],
    ['\\section*{a}b\\footnote{c \\emph{d}}.', ['a', 'b\uFFFC.', 'c d']],
    ['a \\cite{b}\\citep[c]{d} \\foo{e}[f]{g} \\bar h', ['a \uFFFC\uFFFC \uFFFC \uFFFC h']],
    ['a\\label{b}\\vspace{1em} c', ['a c']],
    ['a\\\\b', ['a\nb']],
    ['\\begin{verbatim}\na}\n\\end{verbatim}b', ['b']],
    ['\\begin{align*}a\\begin{align*}b\\end{align*}\\end{align*}c', ['\uFFFCc']],
    ['\\begin{tikzpicture}a\\end{tikzpicture}b\\iffalse c\\fi d', ['b d']],
    ['\\begin{tabular}{ll}a & b\\\\ c & d\\end{tabular}', ['a', 'b', 'c', 'd']],
    ['\\begin{frame}{a}b\\end{frame}', ['a', 'b']],
    ['\\documentclass{a}\nb\\begin{document}c\\end{document}d', ['c']],
    ['\\documentclass{a}\nb', []],
    ['\\emph{a', ['a']],
    ['\\footnote{a', ['a']],
    ['a $b\n\nc $$d', ['a \uFFFCb', 'c \uFFFCd']],
    ['\\', []],
  ])('%s', (source, expected) => {
    expect(textsOf(source)).toEqual(expected);
  });

  it('is in the language that babel is given', () => {
    const languageIn = (options: string) =>
      open(`\\usepackage[${options}]{babel}\\begin{document}a`).document.blocks[0]?.language;
    expect(
      ['german,british', 'english,ngerman', 'main=english,french', 'klingon'].map(languageIn),
    ).toEqual(['en-GB', 'de', 'en', 'und']);
  });

  it('is read in time however deeply it nests', () => {
    expect(textsOf(`${'\\emph{'.repeat(5_000)}a`)).toEqual(['a']);
    expect(textsOf(`${'\\footnote{b'.repeat(500)}a`)).toHaveLength(20);
    expect(textsOf(`${'\\begin{center}'.repeat(5_000)}a`)).toEqual(['a']);
  });
});

describe('a correction in LaTeX', () => {
  it.each([
    ['teh\\ldots. So', '. So', ' so', 'teh\\ldots{} so'],
    ['teh \\LaTeX', 'teh', 'R&D 5%', 'R\\&D 5\\% \\LaTeX'],
    ['\\textbf{te}h cat', 'teh', 'the', '\\textbf{the} cat'],
    ['a--b', '–', '—', 'a---b'],
    ["caf\\'e is", 'é', 'e', 'cafe is'],
    ['teh % teh\ncat', 'teh', 'the', 'the % teh\ncat'],
  ])('%s: %s to %s', (source, before, after, expected) => {
    expect(corrected(source, before, after)).toBe(expected);
  });
});

describe('recognise', () => {
  it.each([
    ['a.tex', 'anything'],
    ['a.txt', '% !TEX\n\n\\documentclass[a]{b}'],
  ])('takes %s for LaTeX', (name, source) => {
    expect(recognise(name, bytesOf(source)).name).toBe('latex');
  });
});
