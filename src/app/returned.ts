import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClientChange } from '../core/decisions/changes.ts';
import {
  type ClientDecision,
  type DecidedEdit,
  readDecisions,
} from '../core/decisions/decisions.ts';
import { DocumentProblem } from '../core/problem.ts';
import { formatNamed } from '../formats/index.ts';
import { failures } from '../job/failure.ts';
import { DeskProblem } from '../job/trouble.ts';
import { parseReport } from '../report/json.ts';
import { isMaskOf } from '../report/masked.ts';
import { appliedEditsOf } from './verify.ts';

/** What a client made of the corrections in a redline that came back. */
export interface ReturnedFile {
  readonly counts: Readonly<Record<ClientDecision, number>>;
  readonly edits: readonly DecidedEdit[];
  readonly changes: readonly ClientChange[];
  /** The text of the original, which all spans speak of. */
  readonly text: string;
}

/**
 * Reads the client's decisions from a returned file, against the report of its document and the original beside it.
 * Throws DeskProblem with what to do when that is not possible.
 */
export async function readReturned(reportPath: string, filePath: string): Promise<ReturnedFile> {
  const report = parseReport(await readFile(reportPath, 'utf8'));
  const original = await readFile(join(dirname(reportPath), report.files.original.path));
  const returned = await readFile(filePath);
  const format = formatNamed(report.format.name);
  if (!format.returnedTexts) {
    throw new DeskProblem(
      `Decisions cannot be read from a ${format.title}: it has no tracked changes. Compare it by eye with the redline.`,
    );
  }
  const edits = appliedEditsOf(report);
  const texts = explained(filePath, () => format.returnedTexts?.(original, returned));
  const opened = explained(report.files.original.path, () => format.open(original));
  const { text } = opened.document;
  if (!isMaskOf(report.text, text)) {
    throw new DeskProblem('The original reads otherwise than the text in the report.');
  }
  const read = texts && readDecisions(text, edits, texts);
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

function explained<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    const { meaning } = failures[error.code];
    throw new DeskProblem(`${file}: ${meaning} ${error.detail} (${error.code})`);
  }
}
