import { documentOf } from '../../core/document.ts';
import type { Format, Opened } from '../../core/format.ts';
import { blocksOf } from './blocks.ts';
import { type OdtFile, openOdtFile, withParts } from './package.ts';
import { rejectedText } from './rejected-text.ts';
import { savedClean, savedTracked } from './save.ts';
import { readStories } from './stories.ts';
import { warningsOf } from './warnings.ts';

/** OpenDocument texts and templates, in their package or as flat XML, edited in place. */
export const odt: Format = {
  name: 'odt',
  title: 'OpenDocument text',
  extensions: ['odt', 'ott', 'fodt'],
  mediaType: 'application/vnd.oasis.opendocument.text',
  tracked: true,
  open,
  rejectedText,
};

/** Who signs tracked changes when nobody is named; a change must have a date. */
const nobody = { author: 'Proofdesk', date: '1970-01-01T00:00:00Z' };

function open(bytes: Uint8Array): Opened {
  const file: OdtFile = openOdtFile(bytes);
  const stories = readStories(file);
  const owned = stories.flatMap(({ part, story, styles }) =>
    blocksOf(story.paragraphs, styles).map((block) => ({ part, block })),
  );
  const blocks = owned.map(({ block }) => block);
  const parts = new Map(owned.map(({ part, block }) => [block, part]));
  const document = documentOf(blocks);
  const edited = {
    document,
    blocks,
    partOf: (block: (typeof blocks)[number]) => parts.get(block) ?? file.content,
  };
  return {
    document,
    warnings: warningsOf(file, stories, blocks),
    save: (edits, mode, stamp) =>
      withParts(
        file,
        mode === 'clean' ? savedClean(edited, edits) : savedTracked(edited, edits, stamp ?? nobody),
      ),
  };
}
