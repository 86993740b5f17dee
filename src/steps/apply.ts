import { appliedEdits } from '../core/finding.ts';
import { remarksOf } from '../core/remarks.ts';
import type { Revision } from '../job/job.ts';
import type { OfficeSettings } from '../ports.ts';
import { artifact, extractedOf } from './artifacts.ts';
import type { Step } from './step.ts';

/** Writes the applied corrections into the original bytes: a clean copy and, where the format has them, tracked changes with suggestions and notes as comments. */
export const apply: Step = {
  name: 'apply',
  from: 'arbitrated',
  to: 'applied',
  async run(revision, { engine, ledger, office, store }) {
    const bytes = await artifact(store, revision, 'original');
    const findings = await ledger.findings(revision.id);
    const edits = appliedEdits(findings);
    const { text } = (await extractedOf(store, revision)).document;
    const stamp = { ...stampOf(revision, office), remarks: remarksOf(findings, text) };
    const made = await engine.apply({ fileName: revision.path, bytes, edits, stamp });
    const corrected = await store.put(made.corrected);
    const redline = made.trackedRedline && (await store.put(made.trackedRedline));
    return async (tx) => {
      await tx.putArtifact(revision.id, 'corrected', corrected);
      if (redline) await tx.putArtifact(revision.id, 'redline', redline);
      return {};
    };
  },
};

/** Changes are dated by when the document came in, so that a repeated step writes the same bytes. */
function stampOf(revision: Revision, office: OfficeSettings) {
  return { author: office.author, date: `${revision.receivedAt.slice(0, 19)}Z` };
}
