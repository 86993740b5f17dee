import { sizeBytesMax, tooLarge } from '../formats/recognise.ts';
import { artifact, keep } from './artifacts.ts';
import type { Step } from './step.ts';

/** Opens the document and keeps its text, its blocks and its words. */
export const extract: Step = {
  name: 'extract',
  from: 'received',
  to: 'extracted',
  async run(revision, { engine, store }) {
    if (revision.sizeBytes > sizeBytesMax) throw tooLarge(revision.sizeBytes);
    const bytes = await artifact(store, revision, 'original');
    const extracted = await engine.extract({ fileName: revision.path, bytes });
    const hash = await keep(store, extracted);
    return async (tx) => {
      await tx.putArtifact(revision.id, 'extract', hash);
      return { words: extracted.words };
    };
  },
};
