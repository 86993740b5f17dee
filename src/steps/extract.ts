import { isEncrypted } from '../formats/office/ole.ts';
import { sizeBytesMax, tooLarge } from '../formats/recognise.ts';
import { artifact, keep } from './artifacts.ts';
import { passwordsFor } from './passwords.ts';
import type { Step } from './step.ts';

/** Opens the document and keeps its text, its blocks and its words. */
export const extract: Step = {
  name: 'extract',
  from: 'received',
  to: 'extracted',
  async run(revision, desk) {
    const { engine, store, vault } = desk;
    if (revision.sizeBytes > sizeBytesMax) throw tooLarge(revision.sizeBytes);
    const bytes = await artifact(store, revision, 'original');
    const passwords = isEncrypted(bytes) ? await passwordsFor(revision, desk) : [];
    const fresh = await engine.extract({ fileName: revision.path, bytes, passwords });
    const { unlockedBy, ...extracted } = fresh;
    const sealed = unlockedBy === undefined ? {} : { sealedPassword: vault.seal(unlockedBy) };
    const hash = await keep(store, { ...extracted, ...sealed });
    return async (tx) => {
      await tx.putArtifact(revision.id, 'extract', hash);
      return { words: extracted.words };
    };
  },
};
