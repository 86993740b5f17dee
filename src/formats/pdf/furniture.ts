import type { Line } from './lines.ts';

/** The lines without what stands on page after page: running heads, running feet and page numbers. */
export function withoutFurniture(
  pages: readonly (readonly Line[])[],
): readonly (readonly Line[])[] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).map(keyOf))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, Math.min(repeatsEnough, Math.ceil(pages.length / 2)));
  return pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter(
      (line) =>
        !edges.has(line) || !(isPageNumber(line) || (counts.get(keyOf(line)) ?? 0) >= enough),
    );
  });
}

/** Chapters change what runs above them, and left and right pages differ, so few repeats must do. */
const repeatsEnough = 3;

/** How many lines at the top and at the bottom of a page may belong to neither text nor table. */
const edgeRows = 3;

function edgesOf(lines: readonly Line[]): readonly Line[] {
  const rows = [...new Set(lines.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
  const edge = new Set([...rows.slice(0, edgeRows), ...rows.slice(-edgeRows)]);
  return lines.filter(({ y }) => edge.has(Math.round(y)));
}

/** The same words at the same height, whatever the numbers in them. */
function keyOf({ text, y }: Line): string {
  return `${Math.round(y / placeTolerance)} ${text.replace(/\d+/g, '#').toLowerCase()}`;
}

const placeTolerance = 4;

function isPageNumber({ text }: Line): boolean {
  return /^[\s\-–—|[(]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[\s\-–—|\])]*$/i.test(
    text,
  );
}
