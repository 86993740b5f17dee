import { readFile } from 'node:fs/promises';
import { systemClock } from '../adapters/system/clock.ts';
import type { DialectChoice } from '../core/dialect.ts';
import type { TextEdit } from '../core/edit.ts';
import { appliedEdits, type DecidedFinding } from '../core/finding.ts';
import { DocumentProblem } from '../core/problem.ts';
import { failures } from '../job/failure.ts';
import { docxName } from '../job/names.ts';
import type { Profile } from '../job/proofreading.ts';
import { DeskProblem } from '../job/trouble.ts';
import type { Converter, Engine } from '../ports.ts';
import { convertedFrom } from '../steps/converted.ts';
import type { SettledRequest } from './engine/reports.ts';
import type { SingleEngine } from './engine/single.ts';
import { pipelineNamed, pipelineSources } from './profiles.ts';

/** A file that was proofread by itself, with all that a report of it needs. */
export interface Checked {
  readonly file: string;
  readonly request: SettledRequest;
}

/** How single files are proofread. `words` are the texts of word lists. */
export interface CheckTerms {
  readonly pipeline: string;
  readonly dialect?: DialectChoice;
  readonly pipelinesFolder?: string;
  readonly words: readonly string[];
}

/** The pipeline and words for `check`. Throws DeskProblem when there is no such pipeline. */
export async function checkProfile(terms: CheckTerms): Promise<Profile> {
  const sources = pipelineSources(terms.pipelinesFolder);
  return {
    pipeline: await pipelineNamed(terms.pipeline, sources, terms.dialect),
    words: terms.words,
  };
}

/** By what a single file is proofread. The passwords are for documents that are encrypted. */
export interface CheckMeans {
  readonly profile: Profile;
  readonly engine: SingleEngine;
  readonly passwords: readonly string[];
  readonly converter?: Converter | undefined;
}

/** Proofreads one file; nothing is written. Throws DeskProblem with what to do when it cannot be. */
export async function checkFile(file: string, means: CheckMeans): Promise<Checked> {
  const bytes = await readFile(file);
  return { file, request: await explained(file, () => proofreadAlone(file, bytes, means)) };
}

/** The edits of `--apply`: what the policy applies, or also the first correction of every suggestion. */
function editsToApply(
  findings: readonly DecidedFinding[],
  apply: 'applied' | 'suggested',
): readonly TextEdit[] {
  if (apply === 'applied') return appliedEdits(findings);
  return findings.flatMap(({ decision, corrections }) =>
    decision === 'noted' ? [] : corrections.slice(0, 1),
  );
}

/** The corrected copy of a checked file, as bytes. */
export async function fixedBytes(
  { file, request }: Checked,
  apply: 'applied' | 'suggested',
  engine: Engine,
): Promise<Uint8Array> {
  if (request.extracted.document.checkOnly) {
    throw new DeskProblem(
      `${file}: This kind of file can be checked but not corrected. Correct the document from which it was made.`,
    );
  }
  const stamp = { author: 'Proofdesk', date: `${request.createdAt.slice(0, 19)}Z` };
  const edits = editsToApply(request.findings, apply);
  const made = await explained(file, () =>
    engine.apply({
      fileName: editedName(file, request.converted),
      bytes: request.converted ?? request.original,
      edits,
      stamp,
      ...(request.password === undefined ? {} : { password: request.password }),
    }),
  );
  if (!made.corrected) throw new Error(`there is no corrected copy of ${file}`);
  return made.corrected;
}

async function proofreadAlone(
  file: string,
  bytes: Uint8Array,
  { profile, engine, passwords, converter }: CheckMeans,
): Promise<SettledRequest> {
  const old = { fileName: file, bytes };
  const converted = await convertedFrom(old, { engine, converter }, async () => passwords);
  const named = { fileName: editedName(file, converted), bytes: converted ?? bytes };
  const { unlockedBy, ...extracted } = await engine.extract({ ...named, passwords });
  const { document } = extracted;
  const settled = await engine.settle(profile, document);
  const { findings, notChecked } = await engine.proofread({ document, profile: settled });
  return {
    fileName: file,
    revision: 1,
    extracted,
    findings: await engine.arbitrate({ document, findings, profile: settled }),
    notChecked,
    profile: settled,
    original: bytes,
    ...(converted ? { converted } : {}),
    places: { original: file, converted: '', corrected: '', redline: '' },
    createdAt: systemClock.now().toISOString(),
    ...(unlockedBy === undefined ? {} : { password: unlockedBy }),
  };
}

function editedName(file: string, converted: Uint8Array | undefined): string {
  return converted ? docxName(file) : file;
}

async function explained<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    const { meaning, remedy } = failures[error.code];
    throw new DeskProblem(`${file}: ${meaning} ${error.detail}\n  ${remedy} (${error.code})`);
  }
}
