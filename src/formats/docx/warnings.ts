import { related, relationshipsOf } from '../office/package.ts';
import { languageWarnings, revisionWarnings, uncheckedWarnings } from '../office/warnings.ts';
import { decodeXml } from '../xml/encoding.ts';
import { attributeOf, type Tag, tagsOf } from '../xml/tags.ts';
import { unpack } from '../zip/entry.ts';
import type { DocxBlock } from './blocks.ts';
import type { WordPackage } from './main-part.ts';
import { xmlOf } from './parts.ts';
import type { Notice } from './story-reading.ts';
import type { TextPart } from './text-parts.ts';

/** Sentences for the proofreader about what was met in a document and left alone. */
export function warningsOf(
  file: WordPackage,
  parts: readonly TextPart[],
  blocks: readonly DocxBlock[],
): readonly string[] {
  const notices = new Set(parts.flatMap(({ story }) => [...story.notices]));
  return [
    ...revisionWarnings(parts.reduce((sum, { story }) => sum + story.revisions, 0)),
    ...protectionWarnings(xmlOf(file, 'settings')),
    ...commentWarnings(file),
    ...drawingWarnings(file, parts),
    ...[...notices].map((notice) => noticeSentences[notice]),
    ...languageWarnings(blocks),
    ...uncheckedWarnings(blocks, '“do not check spelling or grammar”'),
  ];
}

const noticeSentences: Readonly<Record<Notice, string>> = {
  'open-field':
    'A field of this document has no end; the text after its beginning was not corrected.',
  'embedded-document':
    'Another document is embedded in this one; its text is not part of what was proofread.',
  'text-box-twins-differ':
    'A text box of this document holds two versions of its text that differ; it was not corrected.',
};

/** The ways to protect a document (ECMA-376 Part 1, 17.15.1.29), as a person knows them. */
const protections: Readonly<Record<string, string>> = {
  readOnly: 'The document is protected against changes; the setting was kept.',
  comments: 'The document is protected so that only comments may be added; the setting was kept.',
  trackedChanges:
    'The document is protected so that all changes are tracked; the setting was kept.',
  forms: 'The document is protected so that only forms may be filled in; the setting was kept.',
};

function protectionWarnings(settings: string | undefined): readonly string[] {
  if (settings === undefined) return [];
  return [...tagsOf(settings)].flatMap((tag) => {
    if (tag.kind === 'close') return [];
    if (tag.name === 'w:writeProtection') {
      return ['The author recommends opening this document as read-only; the setting was kept.'];
    }
    return tag.name === 'w:documentProtection' && isEnforced(tag)
      ? [protections[attributeOf(tag, 'w:edit') ?? ''] ?? 'The document is protected.']
      : [];
  });
}

function isEnforced(tag: Tag): boolean {
  return /^(?:1|true|on)$/.test(attributeOf(tag, 'w:enforcement') ?? '');
}

/** What reviewers say to each other is not the author's text. */
function commentWarnings(file: WordPackage): readonly string[] {
  const count = related(file.relationships, 'comments').reduce(
    (sum, name) => sum + commentsIn(file, name),
    0,
  );
  if (count === 0) return [];
  return [
    `${count === 1 ? '1 comment was' : `${count} comments were`} left as ${count === 1 ? 'it is' : 'they are'}; comments are not proofread.`,
  ];
}

function commentsIn(file: WordPackage, name: string): number {
  const entry = file.entry(name);
  if (!entry) return 0;
  const { text } = decodeXml(unpack(file.zip, entry), name);
  return text.match(/<(?:[\w.-]+:)?comment\s/g)?.length ?? 0;
}

/** Text in parts of drawings, to which any text part may point. */
function drawingWarnings(file: WordPackage, parts: readonly TextPart[]): readonly string[] {
  const relationships = parts.flatMap(({ entry }) => relationshipsOf(file, entry.name));
  const kinds = [
    ['chart', 'Charts'],
    ['diagramData', 'Diagrams (SmartArt)'],
  ] as const;
  return kinds
    .filter(([kind]) => related(relationships, kind).length > 0)
    .map(([, name]) => `${name} in this document are not proofread.`);
}
