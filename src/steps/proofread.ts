import { extractedOf, keep, profileOf } from './artifacts.ts';
import type { Step } from './step.ts';

/** Runs the stages of the pipeline over the text and keeps what they saw. */
export const proofread: Step = {
  name: 'proofread',
  from: 'extracted',
  to: 'proofread',
  async run(revision, { engine, store }) {
    const { document } = await extractedOf(store, revision);
    const profile = await profileOf(store, revision);
    const hash = await keep(store, await engine.proofread({ document, profile }));
    return async (tx) => {
      await tx.putArtifact(revision.id, 'proofread', hash);
      return {};
    };
  },
};
