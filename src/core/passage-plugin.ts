import { type Remark, reportFinding } from './messages.ts';
import { type Passage, passagesOf } from './passage.ts';
import type { StagePlugin, StageSettings } from './stage.ts';
import { apostropheIn } from './typography.ts';

/** A remark whose source is the stage that makes it. */
export type PassageRemark = Omit<Remark, 'source'>;

/** What a rule may know besides the passage it looks at. */
export interface PassageContext {
  readonly settings: StageSettings;
  /** Every English passage of the document, in order. */
  readonly passages: readonly Passage[];
  /** The apostrophe this document writes: `'` or `’`. */
  readonly apostrophe: string;
}

export type PassageRule = (passage: Passage, context: PassageContext) => Iterable<PassageRemark>;

/** A plugin of rules that each look at one passage at a time. */
export function passagePlugin(source: string, rules: readonly PassageRule[]): StagePlugin {
  return (settings) => (tree, file) => {
    const passages = passagesOf(tree, file);
    const context = { settings, passages, apostrophe: apostropheIn(String(file)) };
    for (const passage of passages) {
      for (const rule of rules) {
        for (const remark of rule(passage, context)) reportFinding(file, { source, ...remark });
      }
    }
  };
}
