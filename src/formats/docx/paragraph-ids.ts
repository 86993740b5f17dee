import type { OfficePackage } from '../office/package.ts';
import { decodeXml } from '../xml/encoding.ts';
import { unpack } from '../zip/entry.ts';

/** Ids of paragraphs are below this ([MS-DOCX] 2.2.4). */
const idsEnd = 0x80000000;

/** Gives ids for paragraphs that no paragraph of any part has, as eight hexadecimal digits. */
export function newParagraphIds(file: OfficePackage): () => string {
  const used = usedIds(file);
  let next = 1;
  for (const id of used) next = Math.max(next, id + 1);
  return () => {
    while (next >= idsEnd || used.has(next)) next = next >= idsEnd ? 1 : next + 1;
    used.add(next);
    return next.toString(16).toUpperCase().padStart(8, '0');
  };
}

function usedIds(file: OfficePackage): Set<number> {
  const ids = new Set<number>();
  for (const entry of file.zip.entries) {
    if (!/\.xml$/i.test(entry.name) || !/ml|xml/i.test(file.typeOf(entry.name))) continue;
    const { text } = decodeXml(unpack(file.zip, entry), entry.name);
    for (const [, id = ''] of text.matchAll(/paraId(?:Parent)?\s*=\s*["']([\da-f]{1,8})["']/gi)) {
      ids.add(Number.parseInt(id, 16));
    }
  }
  return ids;
}
