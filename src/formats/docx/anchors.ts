import type { TextSpan } from '../../core/span.ts';
import type { Patch } from '../xml/patches.ts';
import { isBlank } from '../xml/text.ts';
import type { Paragraph, Piece, Run, TextSource } from './paragraph.ts';
import { preserving, widening } from './preserving.ts';
import { namesAt } from './revision-writer.ts';
import { hostOf, type TextBox } from './text-boxes.ts';

/** What a comment stands beside: a stretch of a paragraph's text. */
export interface Anchor {
  readonly id: number;
  readonly paragraph: Paragraph;
  readonly span: TextSpan;
}

interface Page {
  readonly xml: string;
  readonly boxes: readonly TextBox[];
  /** The opening of a run that goes on after a mark. */
  readonly runHead: (run: Run) => string;
}

/**
 * The patches that tie comments to their words (ECMA-376 Part 1, 17.13.4.3 to 5). Runs are cut where a mark has to
 * stand inside of them; no text changes. An anchor in a paragraph without any run is left out.
 */
export function anchorPatches(page: Page, anchors: readonly Anchor[]): readonly Patch[] {
  const marks = anchors.flatMap((anchor) => marksOf(page, anchor));
  const patches: Patch[] = [];
  const widened = new Set<TextSource>();
  for (const group of Map.groupBy(marks.sort(byPlace), ({ spot }) => spot.at).values()) {
    const [first] = group;
    if (!first) continue;
    const { spot } = first;
    const text = group.map((mark) => mark.text).join('');
    patches.push({ start: spot.at, end: spot.at, text: `${spot.before}${text}${spot.after}` });
    if (spot.widens && !widened.has(spot.widens)) {
      widened.add(spot.widens);
      patches.push(...widening(page.xml, spot.widens));
    }
  }
  return patches;
}

/** A place between two elements, and what makes it one. */
interface Spot {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** A text of which white space comes to stand at an end by the cut. */
  readonly widens?: TextSource;
}

interface Mark {
  readonly spot: Spot;
  readonly text: string;
  /** At the same place ranges end before references to them stand, and those before other ranges begin. */
  readonly rank: number;
}

function byPlace(a: Mark, b: Mark): number {
  return a.spot.at - b.spot.at || a.rank - b.rank;
}

function marksOf(page: Page, { id, paragraph, span }: Anchor): readonly Mark[] {
  const from = runPiece(paragraph, (piece) => piece.span.end > span.start);
  const to = runPiece(paragraph, (piece) => piece.span.end >= span.end) ?? from;
  if (!from || !to) return [];
  const start = startSpot(page, from, span.start);
  const end = endSpot(page, to, span.end);
  const [open, close] = [from.run, to.run].map((run) => namesAt(run));
  if (!open || !close) return [];
  const attribute = (names: typeof open): string =>
    `${names.declaration} ${names.attribute}id="${id}"/>`;
  const reference = `<${to.run.rawName}><${close.element}commentReference${attribute(close)}</${to.run.rawName}>`;
  const referred = { spot: referenceSpot(page, to.run, end), text: reference, rank: 1 };
  if (start.at >= end.at) return [referred];
  return [
    { spot: start, text: `<${open.element}commentRangeStart${attribute(open)}`, rank: 2 },
    { spot: end, text: `<${close.element}commentRangeEnd${attribute(close)}`, rank: 0 },
    referred,
  ];
}

type RunPiece = Piece & { readonly run: Run };

/** The first piece in a run for which `test` holds, else the last one in a run before it. */
function runPiece(paragraph: Paragraph, test: (piece: Piece) => boolean): RunPiece | undefined {
  const pieces = paragraph.pieces.filter((piece): piece is RunPiece => piece.run !== undefined);
  return pieces.find(test) ?? pieces.at(-1);
}

function startSpot(page: Page, piece: RunPiece, at: number): Spot {
  const { run, source, span } = piece;
  const host = hostOf(page.boxes, run.start);
  if (host) return plain(host.start);
  if (!source) return plain(run.start);
  if (at > span.start && at < span.end) return inText(page, source, at - span.start);
  const headEnd = run.propertiesAt?.end ?? run.openEnd;
  if (at >= span.end) return endSpot(page, piece, at);
  return isBlank(page.xml, headEnd, source.openStart)
    ? plain(run.start)
    : betweenContents(page, run, source.openStart);
}

function endSpot(page: Page, { run, source, span }: RunPiece, at: number): Spot {
  const host = hostOf(page.boxes, run.start);
  if (host) return plain(host.end);
  if (!source) return plain(run.end);
  if (at > span.start && at < span.end) return inText(page, source, at - span.start);
  return isBlank(page.xml, source.end, run.closeStart)
    ? plain(run.end)
    : betweenContents(page, run, source.end);
}

/** The reference is nobody's insertion, so that it stays when the one around the words is rejected. */
function referenceSpot(page: Page, { insertion, start }: Run, end: Spot): Spot {
  return insertion && !hostOf(page.boxes, start) ? plain(insertion.end) : end;
}

function plain(at: number): Spot {
  return { at, before: '', after: '' };
}

function betweenContents({ runHead }: Page, run: Run, at: number): Spot {
  return { at, before: `</${run.rawName}>`, after: runHead(run) };
}

function inText(page: Page, source: TextSource, unit: number): Spot {
  const { run, map, preserved } = source;
  const tag = page.xml.slice(source.openStart, source.contentStart);
  const close = page.xml.slice(source.contentEnd, source.end);
  // Of several cuts in one text another may have white space beside it: all pieces are written alike.
  const widens = !preserved && /[ \t\r\n]/.test(map.text);
  const spot = {
    at: map.offset(unit),
    before: `${close}</${run.rawName}>`,
    after: `${page.runHead(run)}${widens ? preserving(tag) : tag}`,
  };
  return widens ? { ...spot, widens: source } : spot;
}
