import type { TextSpan } from '../../core/span.ts';
import { type Draft, type MappedBlock, newDraft } from '../draft.ts';
import type { Surroundings } from './reader.ts';
import type { Token } from './runs.ts';

/** What an object without text is in the text of a document. */
const objectMark = '\uFFFC';

/** The text of a page as it flows into blocks, white space collapsed as a browser does. */
export interface Flow {
  readonly addTokens: (tokens: readonly Token[], around: Surroundings) => void;
  readonly addObject: (place: TextSpan | undefined, around: Surroundings) => void;
  readonly breakLine: (place: TextSpan | undefined) => void;
  /** Freezes all that comes until the function it gives is called, as one thing that stands at `place`. */
  readonly frozenUntil: (place: TextSpan | undefined) => () => void;
  readonly endBlock: () => void;
  readonly blocks: () => readonly MappedBlock[];
}

/** White space or a line break that is shown only when more text follows. */
interface Gap {
  readonly text: ' ' | '\n';
  readonly source: TextSpan;
  readonly exact: boolean;
}

export function newFlow(): Flow {
  const blocks: MappedBlock[] = [];
  let open: { readonly draft: Draft; readonly around: Surroundings } | undefined;
  let gap: Gap | undefined;

  const draftIn = (around: Surroundings): Draft => {
    open ??= { draft: newDraft(), around };
    if (gap?.exact) open.draft.addExact(gap.text, gap.source.start);
    else if (gap) open.draft.addAtom(gap.text, gap.source);
    gap = undefined;
    return open.draft;
  };
  const endBlock = (): void => {
    const block = open?.draft.finish(open.around);
    if (block && /[\p{L}\p{N}]/u.test(block.text)) blocks.push(block);
    open = undefined;
    gap = undefined;
  };
  return {
    addTokens: (tokens, around) => {
      for (const token of tokens) {
        if (token.isSpace) gap = open && widened(gap, token);
        else if (token.exact) draftIn(around).addExact(token.text, token.source.start);
        else draftIn(around).addAtom(token.text, token.source);
      }
    },
    addObject: (place, around) => {
      if (!place) return;
      const draft = draftIn(around);
      const start = draft.length();
      draft.addAtom(objectMark, place);
      draft.seal(start, place);
    },
    breakLine: (place) => {
      // Two line breaks in a row are how some pages part their paragraphs.
      if (gap?.text === '\n') endBlock();
      else if (open && place) gap = { text: '\n', source: spanning(gap, place), exact: false };
    },
    frozenUntil: (place) => {
      const within = open?.draft;
      const start = within ? within.length() + (gap ? 1 : 0) : 0;
      return () => {
        if (open && place && (within ?? open.draft) === open.draft) open.draft.seal(start, place);
      };
    },
    endBlock,
    blocks: () => blocks,
  };
}

/** The first white space counts; what follows belongs to it while it touches. */
function widened(gap: Gap | undefined, token: Token): Gap {
  if (!gap) return { text: ' ', source: token.source, exact: token.exact && token.text === ' ' };
  if (gap.source.end !== token.source.start) return gap;
  return {
    text: gap.text,
    source: { start: gap.source.start, end: token.source.end },
    exact: false,
  };
}

function spanning(gap: Gap | undefined, place: TextSpan): TextSpan {
  return gap && gap.source.end === place.start
    ? { start: gap.source.start, end: place.end }
    : place;
}
