/**
 * The language of a paragraph: the one in which most of its text is marked; undefined where most is not marked.
 * `letters` counts text by BCP 47 tag, '' for unmarked text.
 */
export function languageOf(letters: ReadonlyMap<string, number>): string | undefined {
  const byPrimary = new Map<string, number>();
  for (const [tag, count] of letters) {
    const primary = primaryOf(tag) ?? '';
    byPrimary.set(primary, (byPrimary.get(primary) ?? 0) + count);
  }
  const primary = mostOf(byPrimary);
  if (primary === undefined || primary === '') return undefined;
  return mostOf(new Map([...letters].filter(([tag]) => primaryOf(tag) === primary)));
}

/** `en` of `en-GB`. `x-none` and `zxx` mean that a text is in no language. */
export function primaryOf(tag: string | undefined): string | undefined {
  const primary = tag?.split(/[-_]/, 1)[0]?.toLowerCase();
  return primary === '' || primary === 'x' || primary === 'zxx' ? undefined : primary;
}

function mostOf(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const [key, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = key;
  }
  return best;
}
