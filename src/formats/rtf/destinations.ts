import { addObject, beginStory, holdUntilClosed } from './flow.ts';
import type { Reading } from './reading.ts';
import type { Token } from './tokens.ts';
import { isHeaderTable, isSkipped, storyOf } from './vocabulary.ts';

/**
 * Says what the text of a group is where a control word says it; whether it did.
 * A destination that is marked with `\*` and not known is skipped, as the standard asks.
 */
export function enterDestination(reading: Reading, token: Token, starred: boolean): boolean {
  const { group, tables } = reading;
  const { name } = token;
  if (group.destination === 'skipped') return true;
  if (isHeaderTable(name)) {
    group.destination = name === 'fonttbl' ? 'fonts' : name === 'stylesheet' ? 'styles' : 'skipped';
    group.closed = ({ end }) => {
      tables.headerEnd = end;
    };
  } else if (name === 'revtbl') {
    group.destination = 'authors';
    group.closed = ({ start }) => {
      tables.authorsEnd = start;
    };
  } else if (!enterText(reading, token)) {
    if (!starred && !isSkipped(name)) return false;
    group.destination = 'skipped';
  }
  return true;
}

/** Destinations within the text, whose groups hold something that is seen. */
function enterText(reading: Reading, token: Token): boolean {
  const { group } = reading;
  const { destination } = group;
  const kind = storyOf(token.name);
  if (kind && destination === 'text') {
    beginStory(reading, kind);
    return true;
  }
  return enterField(reading, token) || enterObject(reading, token);
}

function enterField(reading: Reading, { name }: Token): boolean {
  const { group } = reading;
  if (name === 'field') {
    const field = { instruction: '', around: group.destination };
    group.field = field;
    holdUntilClosed(reading, group.start, () => !isLink(field.instruction));
  } else if (name === 'fldinst' && group.field) group.destination = 'instruction';
  else if (name === 'fldrslt' && group.field) {
    group.destination = group.field.around;
    group.held ||= !isLink(group.field.instruction);
  } else return false;
  return true;
}

/** What a link shows is the author's text; all other results are made by the program. */
function isLink(instruction: string): boolean {
  return /^\s*HYPERLINK\b/i.test(instruction);
}

function enterObject(reading: Reading, { name, start }: Token): boolean {
  const { group, story } = reading;
  const isText = group.destination === 'text';
  switch (name) {
    case 'pict':
    case 'shppict':
    case 'object':
    case 'do':
    case 'mmath':
    case 'shp':
      if (isText) holdPlace(reading, start);
      group.destination = name === 'shp' ? 'drawing' : 'skipped';
      return true;
    case 'shpinst':
      return true;
    case 'shptxt':
      group.destination = group.destination === 'drawing' ? 'text' : 'skipped';
      if (group.destination === 'text') beginStory(reading, 'paragraph');
      return true;
    case 'upr':
      if (isText) group.destination = 'twice';
      if (isText) holdUntilClosed(reading, group.start, () => true);
      return true;
    case 'ud':
      group.destination = group.destination === 'twice' ? 'text' : 'skipped';
      group.held = true;
      return true;
    case 'listtext':
    case 'pntext':
      story.numbered = true;
      return false;
    default:
      return false;
  }
}

/** The object stands in the text around it, once all of it was read. */
function holdPlace(reading: Reading, start: number): void {
  const { group } = reading;
  group.closed = (end) => {
    const { destination } = group;
    group.destination = 'text';
    addObject(reading, { start, end: end.start });
    group.destination = destination;
  };
}
