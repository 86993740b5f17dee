/** More languages and currencies than any desk has. */
const keptMax = 200;

/**
 * Formats of dates and numbers, each made once. One takes some 25 KB outside of the heap, which the garbage collector
 * does not see: made anew for every date of a long page, they take hundreds of megabytes before it looks.
 */
export const dateFormat = keeping(
  (language: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, options),
);

export const numberFormat = keeping(
  (language: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
);

function keeping<Options, Format>(make: (language: string, options: Options) => Format) {
  const kept = new Map<string, Format>();
  return (language: string, options: Options): Format => {
    const key = JSON.stringify([language, options]);
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= keptMax) kept.clear();
    const made = make(language, options);
    kept.set(key, made);
    return made;
  };
}
