/** A stretch of a text: UTF-16 units, `end` exclusive. A span with `start === end` is a place between two units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether two spans claim the same text.
 * Two insertions at the same place do; an insertion at the edge of a longer span does not.
 */
export function overlaps(a: TextSpan, b: TextSpan): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly within `outer`, edges included. */
export function contains(outer: TextSpan, inner: TextSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Orders spans by where they start, then by where they end. */
export function bySpan(a: { readonly span: TextSpan }, b: { readonly span: TextSpan }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/**
 * The index of the last item that starts at or before `offset`, or -1.
 * `items` must be sorted by where their spans start; the search is binary.
 */
export function lastStartingAt(
  items: readonly { readonly span: TextSpan }[],
  offset: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && item.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
