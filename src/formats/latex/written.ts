import type { Splice } from '../encoding.ts';

/** A text as LaTeX says it. */
export function writtenLatex(text: string): string {
  return Array.from(text, (character) => specials[character] ?? character).join('');
}

/**
 * The splices with `{}` wherever the name of a command before them would otherwise take in what now follows:
 * `\ldots.` without its full stop is `\ldots{} and`.
 */
export function parted(source: string, splices: readonly Splice[]): readonly Splice[] {
  return splices.map((splice) => {
    const { start, end } = splice.source;
    const next = splice.text.charAt(0) || source.charAt(end);
    const before = /(\\+)[A-Za-z]+$/.exec(source.slice(Math.max(0, start - 60), start));
    const isName = before !== null && (before[1]?.length ?? 0) % 2 === 1;
    return isName && /[A-Za-z\s]/.test(next) ? { ...splice, text: `{}${splice.text}` } : splice;
  });
}

/** What LaTeX says in ASCII, whatever the encoding. */
export const writtenInAscii = '\u00A0–—';

const specials: Readonly<Record<string, string>> = {
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\u00A0': '~',
  '–': '--',
  '—': '---',
  '\n': '\\\\\n',
};
