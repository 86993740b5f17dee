/** The sentences of one language by their key, with `{{names}}` where values go. */
export interface Phrases {
  /** BCP 47. */
  readonly language: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** A sentence with its values. Throws when the language lacks it: translation files are checked when they are read. */
export function phrase(
  phrases: Phrases,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = phrases.texts.get(key);
  if (text === undefined) throw new Error(`${phrases.language} has no phrase ${key}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the phrase ${key} has no value for ${name}`);
    return typeof value === 'number' ? value.toLocaleString(phrases.language) : value;
  });
}
