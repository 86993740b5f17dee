import { formatNamed } from '../formats/index.ts';
import { sizeBytesMax, tooLarge } from '../formats/recognise.ts';
import { artifact, keep } from './artifacts.ts';
import { keepAttachments } from './attachments.ts';
import type { Step } from './step.ts';

/** Opens the document and keeps its text, its blocks and its words; what is attached to it becomes documents. */
export const extract: Step = {
  name: 'extract',
  from: 'received',
  to: 'extracted',
  async run(revision, desk) {
    const { engine, store } = desk;
    if (revision.sizeBytes > sizeBytesMax) throw tooLarge(revision.sizeBytes);
    const request = {
      fileName: revision.path,
      bytes: await artifact(store, revision, 'original'),
    };
    const extracted = await engine.extract(request);
    const hash = await keep(store, extracted);
    const attachments = formatNamed(extracted.format).attachments
      ? await engine.attachments(request)
      : [];
    const addAttachments = await keepAttachments(
      revision,
      { attachments, firstStep: extract.name },
      desk,
    );
    return async (tx) => {
      await tx.putArtifact(revision.id, 'extract', hash);
      await addAttachments(tx);
      return { words: extracted.words };
    };
  },
};
