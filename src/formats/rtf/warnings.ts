import { isEnglish } from '../../core/document.ts';
import type { MappedBlock } from '../draft.ts';
import { revisionWarnings } from '../office/warnings.ts';
import type { RtfText } from './reader.ts';

/** Sentences for the proofreader about what was met in a document and left alone. */
export function warningsOf(file: RtfText, blocks: readonly MappedBlock[]): readonly string[] {
  return [
    ...(file.isWhole ? [] : ['The end of this document is missing; what is there was proofread.']),
    ...revisionWarnings(file.revisions),
    ...(file.tables.isProtected
      ? ['The document is protected against changes; the setting was kept.']
      : []),
    ...languageWarnings(blocks),
    ...uncheckedWarnings(file),
  ];
}

function languageWarnings(blocks: readonly MappedBlock[]): readonly string[] {
  const foreign = blocks.filter((block) => !isEnglish({ ...block, span: { start: 0, end: 0 } }));
  if (foreign.length === 0) return [];
  const languages = [...new Set(foreign.map(({ language }) => language))].sort().join(', ');
  const paragraphs = foreign.length === 1 ? '1 paragraph is' : `${foreign.length} paragraphs are`;
  return [`${paragraphs} marked as another language than English (${languages}).`];
}

function uncheckedWarnings({ blocks }: RtfText): readonly string[] {
  const count = blocks
    .flatMap(({ text, runs }) =>
      runs
        .filter(({ look }) => look.unchecked)
        .map(({ span }) => text.slice(span.start, span.end).match(/\S+/g)?.length ?? 0),
    )
    .reduce((sum, words) => sum + words, 0);
  if (count === 0) return [];
  const words = count === 1 ? '1 word is' : `${count} words are`;
  return [
    `${words} marked “do not check spelling or grammar” and ${count === 1 ? 'was' : 'were'} left alone.`,
  ];
}
