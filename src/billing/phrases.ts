import { numberFormat } from '../core/formats-for-reading.ts';

/** The sentences of one language by their key, with `{{names}}` where values go. */
export interface Phrases {
  /** BCP 47. */
  readonly language: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** A translation that cannot be used as it is. The message says which sentence is at fault. */
export class PhraseProblem extends Error {
  override readonly name = 'PhraseProblem';
}

/** A sentence with its values. Throws PhraseProblem when the translation lacks it, or wants a value that there is not. */
export function phrase(
  phrases: Phrases,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = phrases.texts.get(key);
  if (text === undefined) {
    throw new PhraseProblem(`The translation for “${phrases.language}” has no sentence “${key}”.`);
  }
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new PhraseProblem(
        `The sentence “${key}” of the translation for “${phrases.language}” wants a value “{{${name}}}”, which there is not.`,
      );
    }
    return typeof value === 'number' ? numberFormat(phrases.language, {}).format(value) : value;
  });
}
