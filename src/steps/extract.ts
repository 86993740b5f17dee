import { conversionWarning, isEncrypted, isOldWord } from '../formats/office/ole.ts';
import { sizeBytesMax, tooLarge } from '../formats/recognise.ts';
import { signatureOf } from '../formats/signatures.ts';
import { docxName } from '../job/names.ts';
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
    const original = await artifact(store, revision, 'original');
    const converted = isOldWord(revision.path, original)
      ? await desk.converter?.toDocx(original)
      : undefined;
    const bytes = converted ?? original;
    const fileName = converted ? docxName(revision.path) : revision.path;
    const passwords = mayNeedPassword(bytes) ? await passwordsFor(revision, desk) : [];
    const fresh = await engine.extract({ fileName, bytes, passwords });
    const { unlockedBy, ...extracted } = fresh;
    const sealed = unlockedBy === undefined ? {} : { sealedPassword: vault.seal(unlockedBy) };
    const warnings = [...(converted ? [conversionWarning] : []), ...extracted.warnings];
    const hash = await keep(store, { ...extracted, warnings, ...sealed });
    const convertedHash = converted && (await store.put(converted));
    return async (tx) => {
      await tx.putArtifact(revision.id, 'extract', hash);
      if (convertedHash) await tx.putArtifact(revision.id, 'converted', convertedHash);
      return { words: extracted.words };
    };
  },
};

function mayNeedPassword(bytes: Uint8Array): boolean {
  return isEncrypted(bytes) || signatureOf(bytes)?.kind === 'pdf';
}
