import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Document } from '../../../src/core/document.ts';
import type { TextEdit } from '../../../src/core/edit.ts';
import type { Opened } from '../../../src/core/format.ts';
import { odt } from '../../../src/formats/odt/odt.ts';
import { odtFile } from './package.ts';

/** Where the cases are, each an unpacked document and its edits. */
export const folder = fileURLToPath(new URL('../../../fixtures/formats/odt/', import.meta.url));

export interface OdtCase {
  readonly bytes: Uint8Array;
  readonly opened: Opened;
  readonly edits: readonly TextEdit[];
}

/** A case put into its package. */
export function packed(name: string): OdtCase {
  const path = `${folder}${name}/`;
  const names = readdirSync(path).filter((each) => /^(?:content|styles)\.xml$/.test(each));
  const parts = names.map((each) => [each, readFileSync(`${path}${each}`)] as const);
  const bytes = odtFile(Object.fromEntries(parts));
  const opened = odt.open(bytes);
  return {
    bytes,
    opened,
    edits: editsFrom(readFileSync(`${path}edits.txt`, 'utf8'), opened.document),
  };
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
