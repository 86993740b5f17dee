import { type DialectWords, dialectOf, parseDialectWords } from '../../core/dialect.ts';
import type { Document } from '../../core/document.ts';
import type { Resources } from '../../core/stage.ts';
import type { Profile, SettledProfile } from '../../job/proofreading.ts';

/** Decides what a profile leaves to the document: its English. The same document is always of the same. */
export function createSettling(
  resources: Pick<Resources, 'list'>,
): (profile: Profile, document: Document) => Promise<SettledProfile> {
  let words: Promise<DialectWords> | undefined;
  return async (profile, document) => {
    const { dialect, ...pipeline } = profile.pipeline;
    if (dialect !== 'auto') return { ...profile, pipeline: { ...pipeline, dialect } };
    words ??= resources.list('en-variants').then(parseDialectWords);
    const decided = dialectOf(document, await words);
    if (decided) return { ...profile, pipeline: { ...pipeline, dialect: decided } };
    return { ...profile, pipeline: { ...pipeline, dialect: 'en-US', isDialectGuessed: true } };
  };
}
