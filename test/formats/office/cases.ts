import type { Block, Document } from '../../../src/core/document.ts';
import type { TextEdit } from '../../../src/core/edit.ts';

/** One edit a line: `before => after`, the first place of `before`; or `@after before => inserted`. */
export function editsFrom(lines: string, { text }: Document): readonly TextEdit[] {
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
export function described({ text, blocks }: Document): string {
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
