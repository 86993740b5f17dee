import { formatNamed } from '../formats/index.ts';
import { conversionWarning, isEncrypted } from '../formats/office/ole.ts';
import { sizeBytesMax, tooLarge } from '../formats/recognise.ts';
import { signatureOf } from '../formats/signatures.ts';
import type { Revision } from '../job/job.ts';
import { docxName } from '../job/names.ts';
import type { Extracted } from '../job/proofreading.ts';
import type { LedgerWrites } from '../ports.ts';
import { countCards } from '../report/cards.ts';
import { artifact, keep } from './artifacts.ts';
import { keepAttachments } from './attachments.ts';
import { convertedFrom } from './converted.ts';
import { passwordsFor } from './passwords.ts';
import { leaveQuarantine } from './quarantine.ts';
import type { Desk, Step } from './step.ts';

/**
 * Opens the document and keeps its text, its blocks and its words; what is attached to it becomes documents.
 * One that is tried again leaves the quarantine.
 */
export const extract: Step = {
  name: 'extract',
  from: 'received',
  to: 'extracted',
  async run(revision, desk) {
    const { engine, store, vault } = desk;
    if (revision.sizeBytes > sizeBytesMax) throw tooLarge(revision.sizeBytes);
    const original = await artifact(store, revision, 'original');
    await leaveQuarantine(revision, original, desk);
    const converted = await convertedFrom({ fileName: revision.path, bytes: original }, desk, () =>
      passwordsFor(revision, desk),
    );
    const bytes = converted ?? original;
    const fileName = converted ? docxName(revision.path) : revision.path;
    const passwords = mayNeedPassword(bytes) ? await passwordsFor(revision, desk) : [];
    const fresh = await engine.extract({ fileName, bytes, passwords });
    const { unlockedBy, ...extracted } = fresh;
    warnOfCards(revision, extracted.document.text, desk);
    const sealed = unlockedBy === undefined ? {} : { sealedPassword: vault.seal(unlockedBy) };
    const warnings = [...(converted ? [conversionWarning] : []), ...extracted.warnings];
    const hash = await keep(store, { ...extracted, warnings, ...sealed });
    const convertedHash = converted && (await store.put(converted));
    const addAttachments = await attachmentsOf(revision, { fileName, bytes, extracted }, desk);
    return async (tx) => {
      await tx.putArtifact(revision.id, 'extract', hash);
      if (convertedHash) await tx.putArtifact(revision.id, 'converted', convertedHash);
      await addAttachments(tx);
      return { words: extracted.words };
    };
  },
};

/** The office is to know that it has such numbers, and where. */
function warnOfCards({ job, path }: Revision, text: string, { log }: Pick<Desk, 'log'>): void {
  const cards = countCards(text);
  if (cards === 0) return;
  log.warn(
    { client: job.client, job: job.name, document: path, cards },
    'the document holds what looks like payment card numbers; ask the client to send it without them',
  );
}

interface OpenedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly extracted: Pick<Extracted, 'format'>;
}

/** Keeps what is attached to the document; what that leads to is written with the outcome. */
async function attachmentsOf(
  revision: Revision,
  { fileName, bytes, extracted }: OpenedFile,
  desk: Desk,
): Promise<(tx: LedgerWrites) => Promise<void>> {
  const attachments = formatNamed(extracted.format).attachments
    ? await desk.engine.attachments({ fileName, bytes })
    : [];
  return keepAttachments(revision, { attachments, firstStep: extract.name }, desk);
}

function mayNeedPassword(bytes: Uint8Array): boolean {
  return isEncrypted(bytes) || signatureOf(bytes)?.kind === 'pdf';
}
