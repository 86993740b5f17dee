import type { Format, Opened } from '../../core/format.ts';
import { openDocument } from '../office/main-part.ts';
import { openedParts } from '../office/opened.ts';
import { type OfficePackage, readXml, related, relationshipsOf } from '../office/package.ts';
import { blocksOf } from '../office/paragraphs.ts';
import type { TextPart } from '../office/text-parts.ts';
import { languageWarnings } from '../office/warnings.ts';
import { tagsOf } from '../xml/tags.ts';
import type { Notice } from './slide-reading.ts';
import { readSlide } from './slide-text.ts';
import { readSlideParts } from './slides.ts';

/** PowerPoint presentations, shows and templates, edited in place; macros are kept and never run. */
export const pptx: Format = {
  name: 'pptx',
  title: 'PowerPoint presentation',
  extensions: ['pptx', 'pptm', 'potx', 'potm', 'ppsx', 'ppsm'],
  mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  tracked: false,
  open,
};

function open(bytes: Uint8Array): Opened {
  const file = openDocument(bytes, 'presentation');
  const slides = readSlideParts(file);
  const texts = slides.map(readSlide);
  const blocks = blocksOf(texts.flatMap(({ paragraphs }) => paragraphs));
  const notices = new Set(texts.flatMap((text) => [...text.notices]));
  return openedParts({
    title: pptx.title,
    file,
    parts: slides.map(({ part }) => part),
    blocks,
    warnings: [
      ...protectionWarnings(readXml(file.zip, file.main).text),
      ...(slides.some(({ part }) => hasComments(file, part))
        ? ['Comments were left as they are; they are not proofread.']
        : []),
      ...[...notices].map((notice) => noticeSentences[notice]),
      ...languageWarnings(blocks),
    ],
  });
}

const noticeSentences: Readonly<Record<Notice, string>> = {
  chart: 'Text in charts was left alone.',
  diagram: 'Text in SmartArt graphics was left alone.',
  'embedded-object':
    'Another document is embedded in this one; its text is not part of what was proofread.',
  alternatives:
    'Some text stands in two forms for older and newer versions of PowerPoint; it was not corrected.',
};

function hasComments(file: OfficePackage, { entry }: TextPart): boolean {
  return related(relationshipsOf(file, entry.name), 'comments').length > 0;
}

/** A password to modify (ECMA-376 Part 1, 19.2.1.19) is asked for by PowerPoint only. */
function protectionWarnings(xml: string): readonly string[] {
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'p:modifyVerifier') {
      return ['The presentation is protected against changes by a password; the setting was kept.'];
    }
  }
  return [];
}
