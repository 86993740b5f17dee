import type { RevisionStamp } from '../../core/format.ts';
import type { Tag } from '../xml/tags.ts';
import type { Fields } from './fields.ts';
import type { Hold, Insertion, Paragraph, Run } from './paragraph.ts';
import type { ParagraphDraft } from './paragraph-draft.ts';
import type { Styles } from './styles.ts';

/** Whether the change that bears these is read as rejected. */
export type Rejecting = (revision: Partial<RevisionStamp>) => boolean;

export interface StoryOptions {
  readonly styles: Styles;
  /** Which changes are read as rejected; all others are read as accepted. */
  readonly rejecting?: Rejecting | undefined;
}

/** Something about a part that a person should know. */
export type Notice = 'open-field' | 'embedded-document' | 'text-box-twins-differ';

/** What holds at some place of a part, inherited from element to element. */
export interface Context {
  /** Where finished paragraphs go, and where those of text boxes inside a paragraph go. */
  readonly outlet: Paragraph[];
  readonly inner: Paragraph[];
  readonly paragraph: ParagraphDraft | undefined;
  readonly run: Run | undefined;
  readonly insertion: Insertion | undefined;
  readonly linked: boolean;
  /** Whether text here is deleted, or is a phonetic guide. */
  readonly unseen: boolean;
  /** Whether this is a deletion that is read as rejected. */
  readonly ourDeletion: boolean;
  readonly hold: Hold | undefined;
  readonly preserved: boolean;
  readonly inTable: boolean;
  /** The content control around, while its properties are read. */
  readonly control: { held: boolean } | undefined;
  /** The alternatives of the `mc:AlternateContent` around: the paragraphs of each. */
  readonly branches: Paragraph[][] | undefined;
}

/** Reads one property element; what it returns reads the children of that element. */
export type PropertyReader = (tag: Tag) => PropertyReader | undefined;

/** Reads nothing: for properties that say nothing to a proofreader. */
export const skip: PropertyReader = () => undefined;

/** An element that is open. */
export interface Frame {
  readonly name: string;
  readonly start: number;
  readonly context: Context;
  readonly properties?: PropertyReader;
  /** Called with the closing tag, or with the tag itself when it is an empty one. */
  readonly closed?: (tag: Tag) => void;
}

/** The state of reading one part. */
export interface Reading {
  readonly xml: string;
  readonly options: StoryOptions;
  readonly notices: Set<Notice>;
  readonly frames: Frame[];
  fields: Fields;
  revisions: number;
  /** A paragraph whose mark is deleted, waiting for the next one. */
  pending: Pending | undefined;
}

interface Pending {
  readonly draft: ParagraphDraft;
  readonly outlet: Paragraph[];
  /** Where the element begins in which the paragraph stands: only a sibling can join it. */
  readonly parent: number;
}

/** Reads the opening of an element; what it returns replaces the frame's parts. */
export type ElementReader = (reading: Reading, tag: Tag, context: Context) => Partial<Frame>;
