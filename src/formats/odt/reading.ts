import type { RevisionStamp } from '../../core/format.ts';
import type { Tag } from '../xml/tags.ts';
import type { Changes } from './changes.ts';
import type { ChangeList, Hold, Paragraph, ParagraphPlace } from './paragraph.ts';
import type { ParagraphDraft } from './paragraph-draft.ts';
import type { Styles } from './styles.ts';

export interface StoryOptions {
  readonly styles: Styles;
  /** Whose changes are read as rejected; all others are read as accepted. */
  readonly rejecting?: RevisionStamp | undefined;
}

/** Something about a document that a person should know. */
export type Notice = 'drawing' | 'protected' | 'linked-section' | 'hidden' | 'open-field';

/** What holds at some place of a part, inherited from element to element. */
export interface Context {
  /** Where finished paragraphs go; undefined outside of texts. */
  readonly outlet: Paragraph[] | undefined;
  readonly changeList: ChangeList | undefined;
  /** The paragraph around, while character data belongs to it. */
  readonly paragraph: ParagraphDraft | undefined;
  readonly wrappers: readonly Tag[];
  /** Whether text here is not shown. */
  readonly unseen: boolean;
  readonly hold: Hold | undefined;
  /** Whether this is the inside of a field, whose text the program makes. */
  readonly inField: boolean;
  readonly place: ParagraphPlace;
}

/** An element that is open. */
export interface Frame {
  readonly name: string;
  readonly context: Context;
  /** Nothing in it is read. */
  readonly skipped?: boolean;
  /** Called with the closing tag, or with the tag itself when it is an empty one. */
  readonly closed?: (tag: Tag) => void;
}

/** The state of reading one part. */
export interface Reading {
  readonly xml: string;
  readonly options: StoryOptions;
  readonly frames: Frame[];
  readonly notices: Set<Notice>;
  readonly changes: Changes;
  /** Fields of Word that have begun and not ended: they may span elements and paragraphs. */
  openFields: number;
  /** Spaces that the document has as numbers and not as text. */
  spaces: number;
}

/** Reads the opening of an element; what it returns replaces the frame's parts. */
export type ElementReader = (reading: Reading, tag: Tag, context: Context) => Partial<Frame>;

export const skip: ElementReader = () => ({ skipped: true });
