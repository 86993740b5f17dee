import { documentOf } from '../../core/document.ts';
import type { Format, Opened } from '../../core/format.ts';
import { replaceEntries } from '../zip/splice.ts';
import { blocksOf } from './blocks.ts';
import { openWordPackage } from './main-part.ts';
import { stylesOf } from './parts.ts';
import { previewOf } from './preview.ts';
import { rejectedText } from './rejected-text.ts';
import { withRemarks } from './remarked.ts';
import { returnedTexts } from './returned.ts';
import { newRevisionIds } from './revision-ids.ts';
import { newRevisionWriter } from './revision-writer.ts';
import { savedClean, savedTracked } from './save.ts';
import { readTextParts } from './text-parts.ts';
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
  returnedTexts,
  preview: previewOf,
};

/** Who signs tracked changes when nobody is named. */
const nobody = { author: 'Proofdesk' };

function open(bytes: Uint8Array): Opened {
  const file = openWordPackage(bytes);
  const styles = stylesOf(file);
  const parts = readTextParts(file, styles);
  const blocks = blocksOf(parts, styles);
  const document = documentOf(blocks.flat());
  const text = {
    document,
    parts: parts.map((part, index) => ({ ...part, blocks: blocks[index] ?? [] })),
  };
  return {
    document,
    warnings: warningsOf(file, parts, blocks.flat()),
    save: (edits, mode, stamp) => {
      const changed =
        mode === 'clean'
          ? savedClean(text, edits)
          : savedTracked(text, edits, () => {
              const nextId = newRevisionIds(file);
              return (xml) => newRevisionWriter(xml, stamp ?? nobody, nextId);
            });
      const saved = changed.size === 0 ? bytes : replaceEntries(file.zip, changed);
      const remarks = (mode === 'tracked' && stamp?.remarks) || [];
      return stamp && remarks.length > 0 ? withRemarks(saved, { remarks, edits, stamp }) : saved;
    },
  };
}
