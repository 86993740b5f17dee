import { existsSync, readFileSync } from 'node:fs';
import { verifyReport } from '../../src/app/verify.ts';
import { type AppliedEdit, type Checked, type Delivery, sha256 } from './desk.ts';
import type { Tally } from './tally.ts';

/** The report as data: its hashes, its counts, its edits over its text, and what `verify` says of it. */
export async function judgeReport(
  delivery: Delivery,
  passwords: readonly string[],
  tally: Tally,
): Promise<void> {
  const { name, report } = delivery;
  const { files } = report;
  const named = {
    given: files.original,
    original: files.converted ?? files.original,
    corrected: files.corrected,
    redline: files.redline,
  };
  for (const kind of ['given', 'original', 'corrected', 'redline'] as const) {
    const path = delivery[kind];
    const holds = existsSync(path) && sha256(readFileSync(path)) === named[kind].sha256;
    tally.judge(`${kind}: it has the sha256 of the report`, name, holds, () => 'another file');
  }
  judgeData(delivery, tally);
  judgeReplay(delivery, tally);
  judgeUntouched(delivery, tally);
  const proof = await verifyReport(delivery.reportPath, passwords);
  tally.judge('verify proves the report', name, proof.proved, () => proof.sentence);
}

/** The report of a document that is only looked at: nothing in it is applied. */
export function judgeChecked(checked: Checked, tally: Tally): void {
  const { name, report, given } = checked;
  const same = sha256(readFileSync(given)) === report.files.original.sha256;
  tally.judge('given: it has the sha256 of the report', name, same, () => 'another file');
  judgeData(checked, tally);
  const none = report.counts.applied === 0;
  tally.judge('what is only looked at has nothing applied', name, none, () => 'it has');
}

/** Digits of a payment card that are hidden: such a text is not the one that the hash is of. A bullet alone is none. */
const maskedNumber = /\d[ .-]?•{2}|•{2}[ .-]?\d/u;

/** The text and the counts. */
function judgeData({ name, report }: Pick<Delivery | Checked, 'name' | 'report'>, tally: Tally) {
  tally.judge(
    'text of the report has the sha256 that is named',
    name,
    sha256(report.text) === report.textHash || maskedNumber.test(report.text),
    () => 'another hash',
  );
  const counted = { applied: 0, suggested: 0, noted: 0 };
  for (const { decision } of report.edits) counted[decision] += 1;
  const countsHold = JSON.stringify(counted) === JSON.stringify(report.counts);
  tally.judge('counts of the report are those of its edits', name, countsHold, () => 'others');
}

function judgeReplay({ name, report, applied }: Delivery, tally: Tally): void {
  const fault = editFault(report.text, applied);
  tally.judge(
    'applied edits fit the text of the report',
    name,
    fault === undefined,
    () => fault ?? '',
  );
}

/** A document without corrections goes back as it came. */
function judgeUntouched({ name, report: { files }, applied }: Delivery, tally: Tally): void {
  if (applied.length > 0) return;
  const same = files.corrected.sha256 === (files.converted ?? files.original).sha256;
  tally.judge('without corrections the copy is the original', name, same, () => 'it differs');
}

function editFault(text: string, edits: readonly AppliedEdit[]): string | undefined {
  let position = 0;
  for (const { start, end, before } of edits) {
    if (start < position) return `the edit at ${start} overlaps the one before it`;
    if (text.slice(start, end) !== before) return `the edit at ${start} does not fit`;
    position = end;
  }
  return undefined;
}

/** The text with the applied edits made. */
export function replayed({ report, applied }: Delivery): string {
  let position = 0;
  const pieces: string[] = [];
  for (const { start, end, after } of applied) {
    pieces.push(report.text.slice(position, start), after);
    position = end;
  }
  return [...pieces, report.text.slice(position)].join('');
}
