import type { OfficePackage } from '../office/package.ts';
import { decodeXml } from '../xml/encoding.ts';
import { unpack } from '../zip/entry.ts';

/** The largest id that Word reads: a signed number of 32 bits. */
const idMax = 2_147_483_647;

/**
 * Gives ids for tracked changes. Changes, bookmarks, comments and moves of all parts share one space
 * (ECMA-376 Part 1, 17.13), so that counting begins above the highest, or where that is the very highest, in the gaps.
 */
export function newRevisionIds(file: OfficePackage): () => number {
  const used = usedIds(file);
  let highest = 0;
  for (const id of used) highest = Math.max(highest, id);
  let next = highest + 1;
  return () => {
    if (next > idMax) next = 1;
    while (used.has(next)) next += 1;
    used.add(next);
    return next;
  };
}

/** The ids in all parts of WordprocessingML, found by sight: the parts need not be read for this. */
function usedIds(file: OfficePackage): Set<number> {
  const ids = new Set<number>();
  for (const entry of file.zip.entries) {
    if (!/wordprocessingml|ms-word/i.test(file.typeOf(entry.name))) continue;
    if (!/\.xml$/i.test(entry.name)) continue;
    const { text } = decodeXml(unpack(file.zip, entry), entry.name);
    for (const [, id = ''] of text.matchAll(/\s(?:[\w.-]+:)?id\s*=\s*["'](\d{1,10})["']/g)) {
      ids.add(Number.parseInt(id, 10));
    }
  }
  return ids;
}
