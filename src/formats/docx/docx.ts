import { documentOf } from '../../core/document.ts';
import type { Format, Opened } from '../../core/format.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { readXml } from '../office/package.ts';
import { tagsOf } from '../xml/tags.ts';
import { replaceEntry } from '../zip/splice.ts';
import { blocksOf } from './blocks.ts';
import { openWordPackage } from './main-part.ts';
import { stylesOf } from './parts.ts';
import { previewOf } from './preview.ts';
import { rejectedText } from './rejected-text.ts';
import { withRemarks } from './remarked.ts';
import { newRevisionIds } from './revision-ids.ts';
import { newRevisionWriter } from './revision-writer.ts';
import { savedClean, savedTracked } from './save.ts';
import { readStory } from './story.ts';
import { warningsOf } from './warnings.ts';

/** Word documents and templates, edited in place; macros are kept and never run. */
export const docx: Format = {
  name: 'docx',
  title: 'Word document',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  tracked: true,
  open,
  rejectedText,
  preview: previewOf,
};

/** Who signs tracked changes when nobody is named. */
const nobody = { author: 'Proofdesk' };

function open(bytes: Uint8Array): Opened {
  const file = openWordPackage(bytes);
  const { text: xml, encode } = readXml(file.zip, file.main);
  checkRoot(xml);
  const styles = stylesOf(file);
  const story = readStory(xml, { styles });
  const blocks = blocksOf(story.paragraphs, styles);
  const document = documentOf(blocks);
  const part = { xml, document, blocks };
  return {
    document,
    warnings: warningsOf(file, story, blocks),
    save: (edits, mode, stamp) => {
      const changed =
        mode === 'clean'
          ? savedClean(part, edits)
          : savedTracked(part, edits, () =>
              newRevisionWriter(xml, stamp ?? nobody, newRevisionIds(file)),
            );
      const saved =
        changed === undefined ? bytes : replaceEntry(file.zip, file.main, encode(changed));
      const remarks = (mode === 'tracked' && stamp?.remarks) || [];
      return stamp && remarks.length > 0 ? withRemarks(saved, { remarks, edits, stamp }) : saved;
    },
  };
}

function checkRoot(xml: string): void {
  const root = tagsOf(xml).next();
  if (!root.done && root.value.name === 'w:document') return;
  throw new DocumentProblem('corrupt', 'The main part of the document is not a Word text.');
}
