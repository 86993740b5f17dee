import type { TextSpan } from '../../core/span.ts';
import { insertionHere, isRejectedHere } from './changes.ts';
import type { Hold, Piece, TextNode } from './paragraph.ts';
import { addMark, addPiece, type ParagraphDraft } from './paragraph-draft.ts';
import type { Context, Reading } from './reading.ts';
import { styledProperty } from './styles.ts';
import { collapsed } from './white-space.ts';

/** Reads the character data before a tag. */
export function characters(reading: Reading, at: TextSpan): void {
  if (at.end <= at.start) return;
  const frame = reading.frames.at(-1);
  const paragraph = frame?.context.paragraph;
  if (!frame || frame.skipped || !paragraph) return;
  const raw = reading.xml.slice(at.start, at.end);
  if (!raw.includes('<')) {
    addText(reading, frame.context, at);
    return;
  }
  // Comments and instructions part a text; a CDATA section in it is read and left alone.
  let { start } = at;
  for (const match of raw.matchAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>/g)) {
    const found = at.start + match.index;
    addText(reading, frame.context, { start, end: found });
    if (match[1] !== undefined) addSection(reading, frame.context, match[1]);
    start = found + match[0].length;
  }
  addText(reading, frame.context, { start, end: at.end });
}

/** Text that is not to be edited, for what is around it or for a reason of its own. */
interface Held {
  readonly text: string;
  readonly hold?: Hold;
}

export function addHeldText(reading: Reading, context: Context, held: Held): void {
  const { paragraph } = context;
  if (!paragraph || !isSeen(reading, context, paragraph)) return;
  const { wrappers } = context;
  const hold = held.hold ?? context.hold ?? 'object';
  addPiece(paragraph, { ...unmapped, wrappers, text: held.text, hold });
}

export function addNode(reading: Reading, context: Context, node: TextNode): void {
  const { paragraph, wrappers, hold } = context;
  if (!paragraph) return;
  paragraph.nodes.push(node);
  if (!isSeen(reading, context, paragraph)) return;
  const piece: Omit<Piece, 'span'> = {
    text: node.map.text,
    hold: hold ?? (reading.openFields > 0 ? 'field' : undefined),
    node,
    wrappers,
    insertion: insertionHere(reading.changes),
  };
  addPiece(paragraph, piece);
}

const unmapped = { node: undefined, wrappers: [], insertion: undefined };

function addText(reading: Reading, context: Context, at: TextSpan): void {
  const { paragraph } = context;
  if (!paragraph || at.end <= at.start) return;
  if (context.inField) {
    addHeldText(reading, context, { text: collapsed(reading.xml, at, false).map.text });
    return;
  }
  const { map, ignoring } = collapsed(reading.xml, at, paragraph.ignoring);
  const around = context.wrappers.at(-1) ?? paragraph.tag;
  addNode(reading, context, { kind: 'text', ...at, map, around });
  paragraph.ignoring = ignoring;
}

function addSection(reading: Reading, context: Context, content: string): void {
  const { paragraph } = context;
  if (!paragraph || content === '') return;
  addHeldText(reading, context, { text: content.replace(/[ \t\r\n]+/g, ' ') });
  addMark(paragraph);
}

function isSeen(reading: Reading, context: Context, { style }: ParagraphDraft): boolean {
  if (context.unseen || isRejectedHere(reading.changes, reading.options.rejecting)) return false;
  const at = { spans: context.wrappers, paragraph: style };
  const isHidden = styledProperty(reading.options.styles, at, 'hidden') === true;
  if (isHidden) reading.notices.add('hidden');
  return !isHidden;
}
