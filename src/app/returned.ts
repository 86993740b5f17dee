import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ClientChange } from '../core/decisions/changes.ts';
import type { ClientDecision, DecidedEdit } from '../core/decisions/decisions.ts';
import { DocumentProblem } from '../core/problem.ts';
import { formatNamed } from '../formats/index.ts';
import { isEncrypted } from '../formats/office/ole.ts';
import { failures } from '../job/failure.ts';
import { DeskProblem } from '../job/trouble.ts';
import { parseReport } from '../report/json.ts';
import { isMaskOf } from '../report/masked.ts';
import { readDecided } from './engine/decided.ts';
import { deskAround } from './paths.ts';
import { passwordsKnownFor, withoutEncryption } from './unlocking.ts';
import { appliedEditsOf } from './verify.ts';

/** What a client made of the corrections in a redline that came back. */
export interface ReturnedFile {
  readonly counts: Readonly<Record<ClientDecision, number>>;
  readonly edits: readonly DecidedEdit[];
  readonly changes: readonly ClientChange[];
  /** The text of the original, which all spans speak of. */
  readonly text: string;
}

/** What is read: the report of a document, and the redline as the client sent it back. */
interface ReturnedPaths {
  readonly report: string;
  readonly file: string;
}

/**
 * Reads the client's decisions from a returned file, against the report of its document and the original beside it.
 * Encrypted files are opened with these passwords, or with those that are known at the desk in whose outbox the
 * report lies. Throws DeskProblem with what to do when that is not possible.
 */
export async function readReturned(
  { report: reportPath, file: filePath }: ReturnedPaths,
  passwords: readonly string[],
): Promise<ReturnedFile> {
  const report = parseReport(await readFile(reportPath, 'utf8'));
  const folder = dirname(resolve(reportPath));
  const edited = report.files.converted ?? report.files.original;
  const [before, after] = [await readFile(join(folder, edited.path)), await readFile(filePath)];
  const known = [before, after].some((bytes) => isEncrypted(bytes))
    ? [...passwords, ...(await passwordsKnownFor(report, folder))]
    : [];
  const original = await withoutEncryption(before, known);
  const returned = await withoutEncryption(after, known);
  const format = formatNamed(report.format.name);
  if (!format.tracked) {
    throw new DeskProblem(
      `Decisions cannot be read from a ${format.title}: it has no tracked changes. Compare it by eye with the redline.`,
    );
  }
  const edits = appliedEditsOf(report);
  const opened = await explained(edited.path, async () => format.open(original));
  const { text } = opened.document;
  if (!isMaskOf(report.text, text)) {
    throw new DeskProblem('The original reads otherwise than the text in the report.');
  }
  // It is called by what it is first, and by the name of the original only once it is known to be its like.
  await explained(filePath, async () => format.open(returned));
  const stamp = { author: await authorAt(folder), date: `${report.createdAt.slice(0, 19)}Z` };
  const request = { fileName: edited.path, bytes: original, returned, edits, stamp };
  const read = await explained(filePath, () => readDecided(request));
  if (!read) {
    throw new DeskProblem(
      `${filePath} has too little in common with ${report.fileName}. Is it the right file, and the right report?`,
    );
  }
  return { ...read, counts: countsOf(read.edits), text };
}

function countsOf(edits: readonly DecidedEdit[]): Record<ClientDecision, number> {
  const counts = { accepted: 0, rejected: 0, rewritten: 0, undecided: 0 };
  for (const { decision } of edits) counts[decision] += 1;
  return counts;
}

/** Who signed the changes of a redline: the office in whose outbox it lies, if it is still there. */
async function authorAt(folder: string): Promise<string> {
  const desk = deskAround(folder);
  if (desk === undefined) return 'Proofdesk';
  const { officeSettings } = await import('./compose.ts');
  return (await officeSettings(desk)).author;
}

async function explained<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    const { meaning } = failures[error.code];
    throw new DeskProblem(`${file}: ${meaning} ${error.detail} (${error.code})`);
  }
}
