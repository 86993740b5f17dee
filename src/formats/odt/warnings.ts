import { languageWarnings, revisionWarnings, uncheckedWarnings } from '../office/warnings.ts';
import type { OdtBlock } from './blocks.ts';
import { type OdtFile, settingsOf } from './package.ts';
import type { Notice } from './reading.ts';
import type { PartStory } from './stories.ts';

/** Sentences for the proofreader about what was met in a document and left alone. */
export function warningsOf(
  file: OdtFile,
  stories: readonly PartStory[],
  blocks: readonly OdtBlock[],
): readonly string[] {
  const notices = new Set(stories.flatMap(({ story }) => [...story.notices]));
  if (blocks.some(({ pieces }) => pieces.some(({ hold }) => hold === 'drawing')))
    notices.add('drawing');
  return [
    ...revisionWarnings(stories.reduce((sum, { story }) => sum + story.revisions, 0)),
    ...[...notices].sort().map((notice) => noticeSentences[notice]),
    ...settingWarnings(file),
    ...macroWarnings(file),
    ...languageWarnings(blocks),
    ...uncheckedWarnings(blocks, 'as being in no language, which means “do not check”,'),
  ];
}

const noticeSentences: Readonly<Record<Notice, string>> = {
  drawing:
    'Text in drawings was read but not corrected, since changes in it cannot be tracked; text boxes were corrected.',
  hidden: 'Hidden text of this document is not part of what was proofread.',
  'open-field':
    'A field of this document has no end; the text after its beginning was not corrected.',
  'linked-section':
    'A section of this document is the content of another file; it was read but not corrected.',
  protected: 'Protected parts of this document were read but not corrected.',
};

/** What LibreOffice keeps with a document (ODF 1.3 Part 3, 3.10), as a person knows it. */
const settings: readonly (readonly [RegExp, string])[] = [
  [
    /"LoadReadonly"[^<>]*>true</,
    'The author recommends opening this document as read-only; the setting was kept.',
  ],
  [
    /"RedlineProtectionKey"[^<>]*>[^<\s]/,
    'The document is protected so that all changes are tracked; the setting was kept.',
  ],
];

function settingWarnings(file: OdtFile): readonly string[] {
  const xml = settingsOf(file);
  return settings.filter(([pattern]) => pattern.test(xml)).map(([, sentence]) => sentence);
}

/** A signature of macros is not of the text and stays valid, but a person should know that there are macros. */
function macroWarnings({ zip }: OdtFile): readonly string[] {
  const hasMacros = zip?.entries.some(({ name }) => /^(?:Basic|Scripts)\/.+\/./.test(name));
  return hasMacros ? ['The document holds macros; they were kept and not run.'] : [];
}
