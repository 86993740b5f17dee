import type { BlockKind } from '../../core/document.ts';
import { endsSentence, type Line, withoutMarker } from './lines.ts';
import {
  isHeadingLike,
  isSentence,
  markerLength,
  quoteLength,
  type Shape,
  shapeOf,
} from './shapes.ts';
import { isHardWrapped, type LinePair } from './wrapping.ts';

/** Lines that make one block. */
export interface Segment {
  readonly kind: BlockKind;
  readonly frozen: boolean;
  readonly lines: readonly Line[];
}

/** Neighbouring lines of one look, inside a chunk. `underlined`: a rule follows. `alone`: nothing else is in the chunk. */
interface Run {
  readonly shape: 'prose' | 'quoted' | 'frozen';
  readonly lines: Line[];
  readonly alone: boolean;
  underlined: boolean;
}

/** A longer chunk is a text without blank lines; its paragraphs then end where a line ends a sentence. */
const chunkLinesMax = 40;

/** Code and tables are indented at least so far, as in Markdown. */
const codeColumnsMin = 4;

/** The blocks of a text file, and whether its lines were taken for parts of paragraphs. */
export interface Layout {
  readonly segments: readonly Segment[];
  readonly wrapped: boolean;
}

/** Lays out the chunks between blank lines; `wrapped` is decided here unless it is given. */
export function layoutOf(chunks: readonly (readonly Line[])[], given?: boolean): Layout {
  const margin = marginOf(chunks);
  const runs = chunks.flatMap((chunk) => runsOf(chunk, margin));
  const wrapped = given ?? isHardWrapped(runs.flatMap(pairsOf));
  const headings = hasHeadings(runs);
  const segments = runs.flatMap((run): readonly Segment[] => {
    if (run.shape === 'quoted') return quotation(run);
    if (run.shape === 'frozen') return [{ kind: 'paragraph', frozen: true, lines: run.lines }];
    if (isTitle(run, headings)) return [{ kind: 'heading', frozen: false, lines: run.lines }];
    return paragraphs(run.lines, wrapped);
  });
  return { segments, wrapped };
}

/** The columns before the leftmost line; a wholly indented letter is not code. */
function marginOf(chunks: readonly (readonly Line[])[]): number {
  let margin = Number.POSITIVE_INFINITY;
  for (const line of chunks.flat()) margin = Math.min(margin, line.indent);
  return margin;
}

function runsOf(chunk: readonly Line[], margin: number): readonly Run[] {
  const shapes = frozenShapes(chunk, margin);
  const runs: Run[] = [];
  chunk.forEach((line, index) => {
    const shape = shapes[index] ?? 'prose';
    const last = runs.at(-1);
    if (shape === 'rule') {
      if (last) last.underlined = true;
    } else if (last && last.shape === shape && shapes[index - 1] !== 'rule') last.lines.push(line);
    else runs.push({ shape, lines: [line], alone: false, underlined: false });
  });
  return runs.length === 1 ? runs.map((run) => ({ ...run, alone: true })) : runs;
}

/** Columns count as a table from the second line on; a chunk that is indented as a whole is code. */
function frozenShapes(chunk: readonly Line[], margin: number): readonly (Run['shape'] | 'rule')[] {
  const shapes = chunk.map(shapeOf);
  if (isCode(chunk, shapes, margin)) return chunk.map(() => 'frozen');
  return shapes.map((shape, index) => {
    if (shape === 'rule' || shape === 'quoted') return shape;
    if (shape === 'drawn') return 'frozen';
    const isTable =
      shape === 'columns' && [shapes[index - 1], shapes[index + 1]].includes('columns');
    return isTable ? 'frozen' : 'prose';
  });
}

function isCode(chunk: readonly Line[], shapes: readonly Shape[], margin: number): boolean {
  if (chunk.some((line) => line.indent < margin + codeColumnsMin)) return false;
  const [first] = chunk;
  const isParagraph = chunk.length === 1 && first !== undefined && isSentence(first.text);
  return shapes[0] !== 'bullet' && !isParagraph;
}

function* pairsIn(lines: readonly Line[]): Iterable<LinePair> {
  for (let index = 1; index < lines.length; index += 1) {
    const [left, right] = [lines[index - 1], lines[index]];
    if (left && right && markerLength(right.text) === 0) yield [left, right];
  }
}

function pairsOf(run: Run): readonly LinePair[] {
  return run.shape === 'prose' ? [...pairsIn(run.lines)] : [];
}

/** In a list of short lines without full stops nothing is a heading. */
function hasHeadings(runs: readonly Run[]): boolean {
  const prose = runs.filter((run) => run.shape === 'prose');
  const likely = prose.filter((run) => run.alone && couldBeTitle(run));
  return likely.length * 3 <= prose.length * 2;
}

function couldBeTitle({ lines }: Run): boolean {
  const [line] = lines;
  return (
    lines.length === 1 &&
    line !== undefined &&
    isHeadingLike(line.text) &&
    markerLength(line.text) === 0
  );
}

function isTitle(run: Run, headings: boolean): boolean {
  return couldBeTitle(run) && (run.underlined || (headings && run.alone));
}

function quotation(run: Run): readonly Segment[] {
  const lines = run.lines.map((line) => withoutMarker(line, quoteLength(line.text)));
  const filled = lines.filter((line) => line.text !== '');
  return filled.length === 0 ? [] : [{ kind: 'quotation', frozen: true, lines: filled }];
}

/** The paragraphs and list items of a run of prose. */
function paragraphs(lines: readonly Line[], wrapped: boolean): readonly Segment[] {
  const segments: { kind: BlockKind; frozen: boolean; lines: Line[] }[] = [];
  const endless = lines.length > chunkLinesMax;
  let previous: Line | undefined;
  for (const line of lines) {
    const last = segments.at(-1);
    const marker =
      last && !canStartItem(last.kind, previous) && wrapped ? 0 : markerLength(line.text);
    const goesOn = wrapped && marker === 0 && previous && !startsParagraph(previous, line, endless);
    if (last && goesOn) last.lines.push(line);
    else {
      segments.push({
        kind: marker > 0 ? 'list-item' : 'paragraph',
        frozen: false,
        lines: [marker > 0 ? withoutMarker(line, marker) : line],
      });
    }
    previous = line;
  }
  return segments;
}

/** A dash at the start of a wrapped line is a bullet only after a sentence, a colon, or another item. */
function canStartItem(kind: BlockKind, previous: Line | undefined): boolean {
  return kind === 'list-item' || previous === undefined || /[.!?:;]["'”’)]*$/.test(previous.text);
}

/** In wrapped text without blank lines, an indented line begins a paragraph, as does one after a sentence in an endless chunk. */
function startsParagraph(previous: Line, line: Line, endless: boolean): boolean {
  if (!endsSentence(previous.text)) return false;
  if (line.indent >= previous.indent + 2 && markerLength(previous.text) === 0) return true;
  return endless;
}
