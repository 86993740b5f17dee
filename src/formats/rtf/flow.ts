import type { BlockKind } from '../../core/document.ts';
import type { TextSpan } from '../../core/span.ts';
import { newDraft } from '../draft.ts';
import { type Charset, codePage, pageOfFont, symbolCharset } from './charsets.ts';
import { type Group, type Look, newStory, type Reading, type Story } from './reading.ts';

/** What has no text of its own. */
const objectMark = '\uFFFC';

/** A text that was read, and whether the source says it as it is. */
interface Said {
  readonly text: string;
  readonly place: TextSpan;
  readonly exact: boolean;
}

/** Text for whatever the group at hand is about. */
export function receive(reading: Reading, said: Said): void {
  const { group, tables } = reading;
  switch (group.destination) {
    case 'text':
      if (isSymbolic(reading, group)) addObject(reading, said.place);
      else addText(reading, said);
      return;
    case 'instruction':
      if (group.field) group.field.instruction += said.text;
      return;
    case 'fonts': {
      const font = tables.fonts.get(group.look.font ?? 0);
      if (font) font.name += said.text;
      return;
    }
    case 'styles': {
      const style = tables.styles.get(group.paragraph.style);
      if (style) style.name += said.text;
      return;
    }
    case 'authors':
      tables.authors += said.text;
      return;
    case 'skipped':
    case 'drawing':
    case 'twice':
  }
}

/** Takes what was read of a character for all of it. */
export function endCharacter(reading: Reading): void {
  const { unicode } = reading;
  reading.pending = undefined;
  reading.unicode = undefined;
  if (!unicode) return;
  const { text, start, end } = unicode;
  receive(reading, { text, place: { start, end }, exact: false });
}

/** Something that is seen, but has no text: it is held in its place. */
export function addObject(reading: Reading, place: TextSpan): void {
  addHeld(reading, objectMark, place);
}

/** A sign that no correction may take away: a tab, the end of a line. */
export function addHeld(reading: Reading, text: string, place: TextSpan): void {
  if (reading.group.destination !== 'text') return;
  const { held } = reading.group;
  reading.group.held = true;
  addText(reading, { text, place, exact: false });
  reading.group.held = held;
}

/** Makes one held thing of all that is read until the group at hand is closed, and does `more` then. */
export function holdUntilClosed(reading: Reading, start: number, isHeld: () => boolean): void {
  const { story } = reading;
  const { ended } = story;
  const length = story.draft?.length() ?? 0;
  reading.group.closed = ({ end }) => {
    if (isHeld() && story.ended === ended) story.draft?.seal(length, { start, end });
  };
}

/** Reads what is in the group at hand as a text of its own. */
export function beginStory(reading: Reading, kind: Story['kind']): void {
  const { story: around } = reading;
  reading.outerStories.push(around);
  reading.story = newStory(kind, reading.asides);
  reading.group.held = false;
  reading.group.closed = () => {
    endParagraph(reading);
    reading.story = reading.outerStories.pop() ?? around;
  };
}

export function endParagraph(reading: Reading, isCell = false): void {
  const { story, group } = reading;
  const { draft, runs } = story;
  story.ended += 1;
  story.draft = undefined;
  story.runs = [];
  const kind = kindOf(story, group, isCell);
  story.numbered = false;
  const block = draft?.finish({ kind });
  if (!block || !/[^\s\uFFFC]/.test(block.text)) return;
  story.blocks.push({ ...block, runs, style: group.paragraph.style });
}

/** The code page at hand: that of the font where the font has one. Undefined for fonts of drawings. */
export function charsetOf({ tables }: Reading, { look }: Group): Charset {
  const font = look.font === undefined ? undefined : tables.fonts.get(look.font);
  const own = font?.page ?? (font?.charset === undefined ? undefined : pageOfFont(font.charset));
  return (own === undefined ? undefined : codePage(own)) ?? codePage(tables.page) ?? asciiOnly;
}

/** For code pages that nobody reads: what is beyond ASCII is left alone. */
const asciiOnly: Charset = {
  length: () => 1,
  decode: ([byte = 0]) => (byte < 0x80 ? String.fromCharCode(byte) : '\uFFFD'),
  byteOf: () => undefined,
};

function isSymbolic({ tables }: Reading, { look }: Group): boolean {
  return look.font !== undefined && tables.fonts.get(look.font)?.charset === symbolCharset;
}

function addText(reading: Reading, { text, place, exact }: Said): void {
  const { group, story } = reading;
  countRevision(reading, group.look);
  if (!isSeen(reading, group.look)) return;
  noteEncoding(reading, place.start);
  story.draft ??= newDraft();
  const { draft } = story;
  const start = draft.length();
  if (exact && !group.held) draft.addExact(text, place.start);
  else draft.addAtom(text, place);
  if (group.held) draft.seal(start, place);
  noteRun(reading, { start, end: draft.length() });
}

/** With all changes accepted but those that are to be rejected. */
function isSeen(reading: Reading, { hidden, deleted, revised }: Look): boolean {
  if (hidden) return false;
  if (revised && reading.isRejected(revised)) return false;
  return !deleted || reading.isRejected(deleted);
}

/** A revision goes on while the look stays the same. */
function countRevision(reading: Reading, look: Look): void {
  if (!look.deleted && !look.revised) return;
  if (reading.lastRevised !== look) reading.revisions += 1;
  reading.lastRevised = look;
}

function noteEncoding(reading: Reading, at: number): void {
  const charset = charsetOf(reading, reading.group);
  const { fallback } = reading.group;
  const last = reading.encodings.at(-1);
  if (last?.charset === charset && last.fallback === fallback) return;
  reading.encodings.push({ at, charset, fallback });
}

function noteRun({ story, group }: Reading, span: TextSpan): void {
  const last = story.runs.at(-1);
  const joins = last?.span.end === span.start && last.look === group.look;
  if (joins) {
    story.runs[story.runs.length - 1] = {
      span: { start: last.span.start, end: span.end },
      look: group.look,
    };
  } else story.runs.push({ span, look: group.look });
}

function kindOf(story: Story, { paragraph }: Group, isCell: boolean): BlockKind {
  if (story.kind === 'note') return 'note';
  if (paragraph.outlined) return 'heading';
  if (isCell || paragraph.inTable) return 'table-cell';
  return paragraph.listed || story.numbered ? 'list-item' : 'paragraph';
}
