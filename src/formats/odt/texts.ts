import { attributeOf, type Tag } from '../xml/tags.ts';
import type { ChangeList, Hold, Paragraph, ParagraphPlace } from './paragraph.ts';
import { newParagraph } from './paragraph-draft.ts';
import { type Context, type ElementReader, type Frame, type Reading, skip } from './reading.ts';
import { styledProperty } from './styles.ts';

/** Texts and what holds paragraphs in them: lists, tables, sections, indexes (ODF 1.3 Part 3, 5 and 9). */
export function textReaders(outlet: Paragraph[]): Readonly<Record<string, ElementReader>> {
  const readText: ElementReader = (_, tag, context) => ({
    context: { ...context, outlet, changeList: newList(tag) },
  });
  const readHeader: ElementReader = (reading, tag, context) =>
    attributeOf(tag, 'style:display') === 'false'
      ? { skipped: true }
      : readText(reading, tag, placed(context, { inHeader: true }));
  return {
    'office:text': readText,
    ...same(
      [
        'style:header',
        'style:header-left',
        'style:header-first',
        'style:footer',
        'style:footer-left',
        'style:footer-first',
        'loext:header-first',
        'loext:footer-first',
      ],
      readHeader,
    ),
    ...paragraphReaders,
  };
}

const paragraphReaders: Readonly<Record<string, ElementReader>> = {
  'text:p': readParagraph,
  'text:h': readParagraph,
  'text:list': (_, __, context) => ({ context: placed(context, { inList: true }) }),
  'text:numbered-paragraph': (_, __, context) => ({ context: placed(context, { inList: true }) }),
  'text:section': readSection,
  'table:table': (reading, tag, context) => ({
    context: held(reading, placed(context, { inList: false }), isProtected(tag, 'table')),
  }),
  'table:table-cell': (reading, tag, context) => ({
    context: held(reading, placed(context, { inTable: true }), isProtected(tag, 'table')),
  }),
  'office:forms': (_, __, context) => ({
    skipped: true,
    closed: (end) => {
      const list = context.changeList;
      if (list && !list.existing && list.at <= end.start) list.at = end.end;
    },
  }),
  ...same(
    [
      'text:table-of-content',
      'text:illustration-index',
      'text:table-index',
      'text:object-index',
      'text:user-index',
      'text:alphabetical-index',
      'text:bibliography',
    ],
    (_, __, context) => ({ context: { ...context, hold: context.hold ?? 'field' } }),
  ),
  // Templates of indexes, content that is covered by another cell, and what is no text at all.
  ...same(
    [
      'text:table-of-content-source',
      'text:illustration-index-source',
      'text:table-index-source',
      'text:object-index-source',
      'text:user-index-source',
      'text:alphabetical-index-source',
      'text:bibliography-source',
      'table:covered-table-cell',
      'table:tracked-changes',
      'office:settings',
      'office:meta',
      'office:scripts',
    ],
    skip,
  ),
};

function same(
  names: readonly string[],
  reader: ElementReader,
): Readonly<Record<string, ElementReader>> {
  return Object.fromEntries(names.map((name) => [name, reader]));
}

function newList(owner: Tag): ChangeList {
  return { owner, at: owner.end, existing: undefined };
}

function placed(context: Context, place: Partial<ParagraphPlace>): Context {
  return { ...context, place: { ...context.place, ...place } };
}

function held(reading: Reading, context: Context, isHeld: boolean): Context {
  if (!isHeld) return context;
  reading.notices.add('protected');
  return { ...context, hold: context.hold ?? 'protected' };
}

function isProtected(tag: Tag, prefix: 'table' | 'text'): boolean {
  return attributeOf(tag, `${prefix}:protected`) === 'true';
}

/** A section may be hidden, protected, or the content of another file (5.4). */
function readSection(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  const display = attributeOf(tag, 'text:display');
  const isHidden =
    display === 'none' ||
    (display === 'condition' && attributeOf(tag, 'text:is-hidden') === 'true');
  if (isHidden) {
    reading.notices.add('hidden');
    return { context: { ...context, unseen: true } };
  }
  const inner = held(reading, context, isProtected(tag, 'text'));
  const isLinked = /^\s*<(?:[\w.-]+:)?(?:section-source|dde-source)\b/.test(
    reading.xml.slice(tag.end, tag.end + linkTagUnits),
  );
  if (!isLinked) return { context: inner };
  reading.notices.add('linked-section');
  const hold: Hold = inner.hold ?? 'protected';
  return { context: { ...inner, hold } };
}

/** White space and the name of a tag. */
const linkTagUnits = 200;

function readParagraph(reading: Reading, tag: Tag, context: Context): Partial<Frame> {
  const { outlet, changeList } = context;
  // Paragraphs of comments, of templates, of a paragraph that is damaged: no text of the document.
  if (!outlet || !changeList || context.paragraph) return { skipped: true };
  const style = attributeOf(tag, 'text:style-name') ?? attributeOf(tag, 'text:cond-style-name');
  const draft = newParagraph({ tag, style, place: context.place, changes: changeList });
  const { styles } = reading.options;
  const isHidden = styledProperty(styles, { spans: [], paragraph: style }, 'hidden') === true;
  return {
    context: { ...context, paragraph: draft, wrappers: [] },
    closed: () => {
      if (context.unseen || (isHidden && draft.length === 0)) return;
      outlet.push(draft);
      for (const paragraph of draft.inner) outlet.push(paragraph);
    },
  };
}
