import type { ContentHash, Revision } from '../../job/job.ts';
import { docxName } from '../../job/names.ts';
import type { ContentStore } from '../../ports.ts';
import { parseReport } from '../../report/json.ts';
import { type Delivered, jobFolder } from './outbox.ts';

/** The files that a document has in the outbox; those of one that is not delivered yet may be there or not. */
export async function deliveredFiles(
  revision: Revision,
  store: ContentStore,
): Promise<readonly Delivered[]> {
  const { artifacts, path, job, state } = revision;
  const due = state === 'delivered';
  const copy = artifacts.converted ? docxName(path) : path;
  const redline = artifacts.redline ?? (await pageOf(artifacts['report-json'], store));
  const wanted = [
    ['original', path, artifacts.original],
    ['original', `${path}.docx`, artifacts.converted],
    ['corrected', copy, artifacts.corrected],
    ['redline', artifacts.redline ? copy : `${copy}.html`, redline],
    ['report', `${path}.json`, artifacts['report-json']],
    ['report', `${path}.html`, artifacts['report-html']],
    ['final', copy, artifacts.final],
  ] as const;
  return wanted.flatMap(([kind, name, hash]) =>
    hash ? [{ folder: `${jobFolder(job)}/${kind}`, name, hash, due }] : [],
  );
}

/** A redline that is a page is not kept; the report holds its hash. */
async function pageOf(
  report: ContentHash | undefined,
  store: ContentStore,
): Promise<string | undefined> {
  if (!report) return undefined;
  try {
    return parseReport(new TextDecoder().decode(await store.get(report))).files.redline?.sha256;
  } catch {
    return undefined;
  }
}
