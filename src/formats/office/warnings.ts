import type { LooseBlock } from '../../core/document.ts';
import { primaryOf } from '../languages.ts';

/** What is said of paragraphs that the document marks as another language than English. */
export function languageWarnings(blocks: readonly LooseBlock[]): readonly string[] {
  const foreign = blocks.flatMap(({ language, text }) =>
    text !== '' && primaryOf(language) !== undefined && primaryOf(language) !== 'en'
      ? [language ?? '']
      : [],
  );
  if (foreign.length === 0) return [];
  const languages = [...new Set(foreign)].sort().join(', ');
  const paragraphs = foreign.length === 1 ? '1 paragraph is' : `${foreign.length} paragraphs are`;
  return [`${paragraphs} marked as another language than English (${languages}).`];
}

interface HeldText {
  readonly pieces: readonly { readonly text: string; readonly hold?: string | undefined }[];
}

/** What is said of words that are not to be checked; `mark` is how the document says so. */
export function uncheckedWarnings(blocks: readonly HeldText[], mark: string): readonly string[] {
  const held = blocks.flatMap(({ pieces }) => pieces.filter(({ hold }) => hold === 'unchecked'));
  const count = held.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  if (count === 0) return [];
  const words = count === 1 ? '1 word is' : `${count} words are`;
  return [`${words} marked ${mark} and ${count === 1 ? 'was' : 'were'} left alone.`];
}

/** What is said of changes that somebody tracked before. */
export function revisionWarnings(count: number): readonly string[] {
  if (count === 0) return [];
  const left = count === 1 ? '1 open revision' : `${count} open revisions`;
  const they = count === 1 ? 'it was left as it is' : 'they were left as they are';
  return [
    `The client has ${left} in this document; ${they}, and the text was read as if all were accepted.`,
  ];
}
