import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TextEdit } from '../../../src/core/edit.ts';
import type { Opened } from '../../../src/core/format.ts';
import { odt } from '../../../src/formats/odt/odt.ts';
import { editsFrom } from '../office/cases.ts';
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
