import type { TextSpan } from '../../core/span.ts';
import type { Draft, MappedBlock } from '../draft.ts';
import type { Charset } from './charsets.ts';
import type { Destination } from './vocabulary.ts';

/** A stretch of a paragraph whose characters look and count alike. */
export interface Run {
  readonly span: TextSpan;
  readonly look: Look;
}

/** A paragraph with its runs, and the style that it is set in. */
export interface RtfBlock extends MappedBlock {
  readonly runs: readonly Run[];
  readonly style: number;
}

/** The properties of characters that matter here. */
export interface Look {
  readonly font: number | undefined;
  readonly language: number | undefined;
  readonly rightToLeft: boolean;
  readonly unchecked: boolean;
  readonly hidden: boolean;
  readonly deleted: Revision | undefined;
  readonly revised: Revision | undefined;
}

/** Who changed a text, by the number in the table of authors, and when, as `\revdttm` says it. */
export interface Revision {
  readonly author: number;
  readonly date: number;
}

/** The properties of paragraphs that matter here. */
interface ParagraphLook {
  readonly style: number;
  readonly outlined: boolean;
  readonly listed: boolean;
  readonly inTable: boolean;
}

export const plainParagraph: ParagraphLook = {
  style: 0,
  outlined: false,
  listed: false,
  inTable: false,
};

/** What holds within a pair of braces: it goes back to what it was at the closing one. */
export interface Group {
  readonly start: number;
  destination: Destination;
  /** How many characters stand behind each `\u` for readers that do not know it. */
  fallback: number;
  /** Whether its text is read and left alone: a program will write it anew. */
  held: boolean;
  look: Look;
  paragraph: ParagraphLook;
  field: Field | undefined;
  closed: ((end: TextSpan) => void) | undefined;
}

/** A field (RTF 1.9.1, "Fields"): what it is to do, and what its result is part of. */
interface Field {
  instruction: string;
  readonly around: Destination;
}

/** A text that is read from beginning to end: the body, a note, a header, a text box. */
export interface Story {
  readonly kind: 'paragraph' | 'note';
  readonly blocks: RtfBlock[];
  draft: Draft | undefined;
  runs: Run[];
  /** Whether the number or bullet of a list item was met. */
  numbered: boolean;
  /** How many paragraphs have ended. */
  ended: number;
}

interface Font {
  charset: number | undefined;
  page: number | undefined;
  name: string;
}

interface Style {
  name: string;
  outlined: boolean;
}

/** What the header of a file says about all of it. */
export interface Tables {
  readonly fonts: Map<number, Font>;
  readonly styles: Map<number, Style>;
  /** The authors of revisions, in order, each ended by `;`. */
  authors: string;
  /** Where the table of authors can take one more. */
  authorsEnd: number | undefined;
  /** Where a table can be added to the header. */
  headerEnd: number | undefined;
  page: number;
  font: number | undefined;
  language: number | undefined;
  isProtected: boolean;
}

/** How text is written from a place on. */
export interface Encoding {
  readonly at: number;
  readonly charset: Charset;
  readonly fallback: number;
}

/** Everything that is known while a file is read. */
export interface Reading {
  readonly source: string;
  readonly tables: Tables;
  /** Whether a revision is to be read as if it had been rejected. */
  readonly isRejected: (revision: Revision) => boolean;
  group: Group;
  readonly outer: Group[];
  story: Story;
  readonly outerStories: Story[];
  /** Notes, headers, text boxes: they come after the body. */
  readonly asides: RtfBlock[];
  readonly encodings: Encoding[];
  /** Where control words end that nothing delimits: a letter there would become part of them. */
  readonly bareEnds: Set<number>;
  /** The first bytes of a character that is not complete. */
  pending: { readonly bytes: number[]; readonly start: number; readonly size: number } | undefined;
  /** A character said by `\u`, until all that stands for it as well has been read. */
  unicode:
    | { readonly text: string; readonly start: number; end: number; toSkip: number }
    | undefined;
  /** Whether the last token was `\*`. */
  starred: boolean;
  /** How many stretches somebody else has marked as changed. */
  revisions: number;
  lastRevised: Look | undefined;
}

export function newReading(source: string, isRejected: Reading['isRejected']): Reading {
  const tables: Tables = {
    fonts: new Map(),
    styles: new Map(),
    authors: '',
    authorsEnd: undefined,
    headerEnd: undefined,
    page: 1252,
    font: undefined,
    language: undefined,
    isProtected: false,
  };
  return {
    source,
    tables,
    isRejected,
    group: {
      start: 0,
      destination: 'text',
      fallback: 1,
      held: false,
      look: plainLook(tables),
      paragraph: plainParagraph,
      field: undefined,
      closed: undefined,
    },
    outer: [],
    story: newStory('paragraph', []),
    outerStories: [],
    asides: [],
    encodings: [],
    bareEnds: new Set(),
    pending: undefined,
    unicode: undefined,
    starred: false,
    revisions: 0,
    lastRevised: undefined,
  };
}

export function newStory(kind: Story['kind'], blocks: RtfBlock[]): Story {
  return { kind, blocks, draft: undefined, runs: [], numbered: false, ended: 0 };
}

/** How characters look after `\plain`. */
export function plainLook({ font, language }: Pick<Tables, 'font' | 'language'>): Look {
  return {
    font,
    language,
    rightToLeft: false,
    unchecked: false,
    hidden: false,
    deleted: undefined,
    revised: undefined,
  };
}
