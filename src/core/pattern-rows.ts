/** `[pattern, replacement]`, with a confidence where it is not that of the rule. */
export type PatternRow = readonly [find: string, to: string, confidence?: number];

/**
 * Patterns from a table of one row a line: `left [wrong -> right; wrong -> right] right @ 0.9`.
 * The pairs in the brackets share their neighbours; what stands behind `@` is the confidence of the row.
 */
export function rowsOf(table: string): readonly PatternRow[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap(patternsOf);
}

function patternsOf(line: string): readonly PatternRow[] {
  const parts = /^(.*)\[(.+)\](.*?)(?: @ ([\d.]+))?$/u.exec(line);
  if (!parts) throw new Error(`a row without [ ]: ${line}`);
  const [, left = '', pairs = '', right = '', confidence] = parts;
  return pairs.split('; ').map((pair): PatternRow => {
    const [wrong = '', to = ''] = pair.split(' -> ');
    if (to === '') throw new Error(`a row without a correction: ${line}`);
    const find = `${left}[${wrong}]${right}`;
    return confidence === undefined ? [find, to] : [find, to, Number(confidence)];
  });
}
