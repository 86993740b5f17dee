import { blockSeparator } from '../../core/document.ts';
import { lastStartingAt, type TextSpan } from '../../core/span.ts';
import type { Anchor } from './anchors.ts';
import { type Paragraph, textOf } from './paragraph.ts';
import type { Reference, References } from './references.ts';
import type { TextPart } from './text-parts.ts';

/** Beside what a remark stands, and what has to be said first where that is not what it speaks of. */
type RemarkPlace = Omit<Anchor, 'id'> & { readonly lead: string };

const leads: Readonly<Record<Reference['what'], string>> = {
  note: 'In the note: ',
  header: 'In the page header: ',
  footer: 'In the page footer: ',
};

/** Finds the place in the body for what is remarked of a stretch of the text; undefined where there is none. */
export function placing(
  parts: readonly TextPart[],
  references: References,
): (span: TextSpan) => RemarkPlace | undefined {
  const placed = placedIn(parts);
  const body = parts[0]?.story.paragraphs ?? [];
  return (span) => {
    const home = placed[lastStartingAt(placed, span.start)];
    if (!home?.paragraph.pieces.some(({ run }) => run)) return undefined;
    if (home.part === parts[0]) return { ...stretchIn(home, span), lead: '' };
    const reference = references(home.part, home.paragraph);
    const stand = reference && standIn(body, reference);
    return reference && stand && { ...stand, lead: leads[reference.what] };
  };
}

interface Placed {
  readonly part: TextPart;
  readonly paragraph: Paragraph;
  readonly span: TextSpan;
}

function placedIn(parts: readonly TextPart[]): readonly Placed[] {
  let start = 0;
  return parts.flatMap((part) =>
    part.story.paragraphs.map((paragraph) => {
      const span = { start, end: start + paragraph.length };
      start = span.end + blockSeparator.length;
      return { part, paragraph, span };
    }),
  );
}

/** The stretch within its paragraph, widened to a word where it holds none. */
function stretchIn({ paragraph, span: home }: Placed, span: TextSpan): Omit<Anchor, 'id'> {
  const text = textOf(paragraph);
  const start = Math.min(span.start - home.start, text.length);
  const end = Math.max(start, Math.min(span.end - home.start, text.length));
  return { paragraph, span: widened(text, { start, end }) };
}

function widened(text: string, span: TextSpan): TextSpan {
  if (text.slice(span.start, span.end).trim() !== '') return span;
  const before = /[\p{L}\p{M}\p{N}'’]*\s*$/u.exec(text.slice(0, span.start))?.[0] ?? '';
  const after = /^\s*[\p{L}\p{M}\p{N}'’]*/u.exec(text.slice(span.end))?.[0] ?? '';
  return { start: span.start - before.length, end: span.end + after.length };
}

/** The mark of a note, or the first word of a section. */
function standIn(
  body: readonly Paragraph[],
  { what, at }: Reference,
): Omit<Anchor, 'id'> | undefined {
  for (const paragraph of body) {
    const span = what === 'note' ? markIn(paragraph, at) : firstWordIn(paragraph, at);
    if (span) return { paragraph, span };
  }
  return undefined;
}

function markIn({ pieces }: Paragraph, at: number): TextSpan | undefined {
  const inRun = pieces.filter(({ run }) => run && run.start <= at && at < run.end);
  return (inRun.find(({ hold }) => hold === 'object') ?? inRun[0])?.span;
}

function firstWordIn(paragraph: Paragraph, from: number): TextSpan | undefined {
  const piece = paragraph.pieces.find(
    ({ run, text }) => run && run.start >= from && text.trim() !== '',
  );
  const word = piece && /\S+/.exec(textOf(paragraph).slice(piece.span.start));
  if (!word) return undefined;
  const start = piece.span.start + word.index;
  return { start, end: start + word[0].length };
}
