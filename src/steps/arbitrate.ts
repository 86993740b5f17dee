import { extractedOf, profileOf, proofreadOf } from './artifacts.ts';
import type { Step } from './step.ts';

/** Decides what is applied, suggested or noted, checks the corrected text again, and records each decision. */
export const arbitrate: Step = {
  name: 'arbitrate',
  from: 'proofread',
  to: 'arbitrated',
  async run(revision, { clock, engine, store }) {
    const { document } = await extractedOf(store, revision);
    const { findings } = await proofreadOf(store, revision);
    const profile = await profileOf(store, revision);
    const decided = await engine.arbitrate({ document, findings, profile });
    return async (tx) => {
      await tx.putFindings(revision.id, decided, clock.now().toISOString());
      return {};
    };
  },
};
