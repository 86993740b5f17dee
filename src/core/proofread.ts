import type { Root } from 'nlcst';
import { retext } from 'retext';
import retextEnglish from 'retext-english';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import type { Calibration } from './calibration.ts';
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import { findingsOf, type NotChecked } from './messages.ts';
import { DocumentProblem } from './problem.ts';
import { bySpan } from './span.ts';
import type { Stage } from './stage.ts';

/** A plugin with its settings, and the stage whose findings its messages are. */
export interface RunningStage {
  readonly stage: Pick<Stage, 'name' | 'rules'>;
  readonly plugin: Plugin<[], Root>;
}

/** What was found in a document, in the order of the text, and what could not be looked at. */
export interface Proofread {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

export type Proofreader = (document: Document) => Promise<Proofread>;

/**
 * Makes a proofreader that runs these stages, in this order, over one tree.
 * The text is parsed once; the stages report and never edit.
 * `calibration` gives what they found the confidence that was measured.
 */
export function createProofreader(
  stages: readonly RunningStage[],
  calibration: Calibration = (findings) => findings,
): Proofreader {
  const processor = unified().use(retextEnglish);
  for (const { stage, plugin } of stages) processor.use(plugin).use(closingMark(stage));
  processor.freeze();
  return async (document) => {
    const file = new VFile({ value: document.text, data: { document } });
    const tree = processor.parse(file);
    await processor.run(tree, file);
    if (writer.stringify(tree) !== document.text) throw edited(stages);
    const findings = calibration(collected(file, document), document);
    return { findings, notChecked: file.data.notChecked ?? [] };
  };
}

declare module 'vfile' {
  interface DataMap {
    /** After each stage: how many messages the file had by then. */
    marks?: { readonly stage: Pick<Stage, 'name' | 'rules'>; readonly messages: number }[];
  }
}

/** Turns a tree back into its text, to see that nobody changed it. */
const writer = retext();

/** Some plugins, such as retext-smartypants, edit the tree; what they say of places no longer fits the document. */
function edited(stages: readonly RunningStage[]): DocumentProblem {
  const names = stages.map(({ stage }) => stage.name).join(', ');
  return new DocumentProblem(
    'crashed',
    `A stage of the pipeline changes the text where it may only report (one of: ${names}). Take it out.`,
  );
}

/** Messages carry the name of their plugin, not of their stage: what counts is between which marks they came. */
function closingMark(stage: Pick<Stage, 'name' | 'rules'>): Plugin<[], Root> {
  return () => (_tree, file) => {
    file.data.marks ??= [];
    file.data.marks.push({ stage, messages: file.messages.length });
  };
}

function collected(file: VFile, document: Document): readonly Finding[] {
  let from = 0;
  const findings = (file.data.marks ?? []).flatMap((mark) => {
    const messages = file.messages.slice(from, mark.messages);
    from = mark.messages;
    return findingsOf(messages, mark.stage, document);
  });
  return findings.sort(bySpan);
}
