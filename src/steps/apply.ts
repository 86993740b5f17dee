import { appliedEdits } from '../core/finding.ts';
import { remarksOf } from '../core/remarks.ts';
import type { OfficeSettings } from '../job/intake.ts';
import type { Revision } from '../job/job.ts';
import { extractedOf, workingCopy } from './artifacts.ts';
import { passwordOf } from './passwords.ts';
import type { Step } from './step.ts';

/** Writes the applied corrections into the original bytes: a clean copy and, where the format has them, tracked changes with suggestions and notes as comments. */
export const apply: Step = {
  name: 'apply',
  from: 'arbitrated',
  to: 'applied',
  async run(revision, desk) {
    const { engine, ledger, office, store } = desk;
    const { fileName, bytes } = await workingCopy(store, revision);
    const findings = await ledger.findings(revision.id);
    const edits = appliedEdits(findings);
    const extracted = await extractedOf(store, revision);
    const remarks = remarksOf(findings, extracted.document.text);
    const stamp = { ...stampOf(revision, office), remarks };
    const password = passwordOf(extracted, desk);
    const made = await engine.apply({ fileName, bytes, edits, stamp, ...password });
    const corrected = made.corrected && (await store.put(made.corrected));
    const redline = made.trackedRedline && (await store.put(made.trackedRedline));
    return async (tx) => {
      if (corrected) await tx.putArtifact(revision.id, 'corrected', corrected);
      if (redline) await tx.putArtifact(revision.id, 'redline', redline);
      return {};
    };
  },
};

/** Changes are dated by when the document came in, so that a repeated step writes the same bytes. */
function stampOf(revision: Revision, office: OfficeSettings) {
  return { author: office.author, date: `${revision.receivedAt.slice(0, 19)}Z` };
}
