/**
 * Makes white space that matters seen, with the signs that word processors use:
 * `·` a space, `°` a no-break space, `→` a tab, `↵` a line break; characters without any width by their number.
 * A single space between two words stays as it is.
 */
export function visible(text: string): string {
  return text
    .replaceAll(/^ +| {2,}| +$/gu, (spaces) => '·'.repeat(spaces.length))
    .replaceAll(/[\u00A0\u2007\u202F]/gu, '°')
    .replaceAll('\t', '→')
    .replaceAll('\n', '↵')
    .replaceAll(/[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu, codePointName);
}

/** A quotation for a list: at most `lengthMax` units, cut between words where there is one to cut at. */
export function shortened(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const head = text.slice(0, lengthMax);
  const cut = head.lastIndexOf(' ');
  return `${head.slice(0, cut > lengthMax / 2 ? cut : lengthMax).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function codePointName(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
}
