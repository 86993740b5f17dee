/** A rectangle of cells of one sheet, edges included. */
export interface CellRange {
  /** The name of the sheet in lower case. */
  readonly sheet: string;
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** The ranges that a formula names; those without a sheet are of `sheet`. Numbers of rows and columns begin at 1. */
export function rangesIn(formula: string, sheet: string): readonly CellRange[] {
  return [...formula.matchAll(reference)].map(({ groups = {} }) => {
    const { quoted, bare, left = '', top, right = left, bottom = top } = groups;
    const name = quoted?.replaceAll("''", "'") ?? bare ?? sheet;
    return {
      sheet: name.toLowerCase(),
      rows: [Number(top ?? 1), Number(bottom ?? rowsMax)],
      columns: [columnNumber(left), columnNumber(right)],
    };
  });
}

export function isWithin(
  { row, column }: { readonly row: number; readonly column: number },
  { rows, columns }: CellRange,
): boolean {
  return rows[0] <= row && row <= rows[1] && columns[0] <= column && column <= columns[1];
}

/** The number of a column: 1 for `A`, 27 for `AA`. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

const rowsMax = 1_048_576;

/** `A1`, `$A$1:$B$9`, `Lists!$A:$A`, `'Price list'!A1:A9` (ECMA-376 Part 1, 18.17.2.3). */
const reference =
  /(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<bare>[\p{L}\d_.]+))!)?(?<![\p{L}\d_])\$?(?<left>[A-Z]{1,3})(?:\$?(?<top>\d{1,7}))?(?::\$?(?<right>[A-Z]{1,3})(?:\$?(?<bottom>\d{1,7}))?)?(?![\p{L}\d_(!])/gu;
