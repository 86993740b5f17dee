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
