import type { Splice } from '../encoding.ts';

/** A text as LaTeX says it; what the encoding does not have is said by a command, where there is one. */
export function writtenLatex(text: string, holds: (character: string) => boolean): string {
  return Array.from(text, (character) => {
    const special = specials[character];
    if (special !== undefined || holds(character)) return special ?? character;
    return commands.get(character) ?? character;
  }).join('');
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

const commands: ReadonlyMap<string, string> = new Map([
  ['’', '\\textquoteright{}'],
  ['‘', '\\textquoteleft{}'],
  ['“', '\\textquotedblleft{}'],
  ['”', '\\textquotedblright{}'],
  ['…', '\\ldots{}'],
  ['™', '\\texttrademark{}'],
  ['œ', '\\oe{}'],
  ['Œ', '\\OE{}'],
]);

/** What LaTeX can say in any encoding. */
export const commanded = `\u00A0–—${[...commands.keys()].join('')}`;

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
