import { type MappedText, mappedText } from '../xml/text.ts';

/** Character data as a reader sees it, and whether white space that follows would be seen. */
export interface Collapsed {
  readonly map: MappedText;
  readonly ignoring: boolean;
}

/**
 * The character data between `start` and `end`, which holds no tag, with white space collapsed: a space for any run
 * of it, none at the start of a paragraph or behind a space (ODF 1.3 Part 3, 6.1.2). `ignoring` says that such a place
 * comes before. A unit reaches to where the next one begins, so that it takes what is not seen with it.
 */
export function collapsed(
  xml: string,
  { start, end }: { readonly start: number; readonly end: number },
  ignoring: boolean,
): Collapsed {
  const map = mappedText(xml, start, end);
  const units: string[] = [];
  const offsets: number[] = [];
  let ignores = ignoring;
  for (let unit = 0; unit < map.text.length; unit += 1) {
    const character = map.text.charAt(unit);
    const isSpace = /[ \t\r\n]/.test(character);
    if (isSpace && ignores) continue;
    ignores = isSpace;
    units.push(isSpace ? ' ' : character);
    offsets.push(map.offset(unit));
  }
  if (units.length === map.text.length)
    return { map: { ...map, text: units.join('') }, ignoring: ignores };
  offsets.push(end);
  return {
    map: { text: units.join(''), offset: (unit) => offsets[unit] ?? end },
    ignoring: ignores,
  };
}
