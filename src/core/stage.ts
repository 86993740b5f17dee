import type { Root } from 'nlcst';
import type { VFile } from 'vfile';
import type { Dialect } from './dialect.ts';
import type { GrammarEngine } from './grammar-engine.ts';

/**
 * A proofreading stage: a unified plugin over the nlcst tree of `retext-english` that reports with
 * `file.message` and never edits. The blocks and frozen ranges are in `file.data.document`.
 */
export interface Stage {
  readonly name: string;
  /** How a person calls it: "Spelling". */
  readonly title: string;
  /** One sentence for `--help`, the README and the report. */
  readonly description: string;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly plugin: StagePlugin;
}

/** What a stage can find. `confidence` is the one a message of this rule has unless it states its own. */
export interface Rule {
  readonly description: string;
  readonly confidence: number;
  readonly url?: string;
}

export type StagePlugin = (settings: StageSettings) => StageTransform;
type StageTransform = (tree: Root, file: VFile) => undefined | Promise<undefined>;

/** What a stage is given when a pipeline is built; one set serves many documents. */
export interface StageSettings {
  readonly dialect: Dialect;
  /** Whether the document told nothing of its English: then a slip in a word tells more than `dialect`. */
  readonly isDialectGuessed?: boolean;
  /** Whether the desk, the client or the job said that this word is right, its inflections included. */
  readonly isOurWord: (word: string) => boolean;
  readonly resources: Resources;
  /** The `options` of the stage in the pipeline file. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Read-only data and engines that stages need but may not fetch themselves. */
export interface Resources {
  /** The Hunspell dictionary of a dialect. */
  hunspell(dialect: Dialect): Promise<{ readonly aff: Uint8Array; readonly dic: Uint8Array }>;
  /** The text of `dictionaries/<name>.txt`. */
  list(name: string): Promise<string>;
  /** The bytes of `dictionaries/<name>.bin`. */
  data(name: string): Promise<Uint8Array>;
  readonly grammar: GrammarEngine;
}
