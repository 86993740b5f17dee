import { ReportProblem } from './problem.ts';
import type { Report, ReportEdit } from './schema.ts';

/**
 * Makes the corrected text from a report alone: its text with the applied edits in it.
 * Throws ReportProblem, as a sentence, when an edit does not fit the text or overlaps another.
 */
export function replay(report: Report): string {
  const pieces: string[] = [];
  let previous: ReportEdit | undefined;
  for (const edit of report.edits) {
    if (edit.decision !== 'applied') continue;
    const after = fittingAfter(edit, previous, report.text);
    pieces.push(report.text.slice(previous?.end ?? 0, edit.start), after);
    previous = edit;
  }
  pieces.push(report.text.slice(previous?.end ?? 0));
  return pieces.join('');
}

function fittingAfter(edit: ReportEdit, previous: ReportEdit | undefined, text: string): string {
  const place = `The applied edit from ${edit.start} to ${edit.end} (${edit.stage}, ${edit.rule})`;
  if (edit.after === null) throw new ReportProblem(`${place} has no correction to apply.`);
  if (edit.end < edit.start || edit.end > text.length) {
    throw new ReportProblem(`${place} lies outside the text, which has ${text.length} characters.`);
  }
  if (previous && collides(previous, edit)) {
    throw new ReportProblem(
      `${place} overlaps, or stands before, the one from ${previous.start} to ${previous.end}.`,
    );
  }
  if (text.slice(edit.start, edit.end) !== edit.before) {
    throw new ReportProblem(`${place} does not fit: the text there is not its \`before\`.`);
  }
  return edit.after;
}

/** Two insertions at one place collide: nothing says which comes first. */
function collides(previous: ReportEdit, edit: ReportEdit): boolean {
  const samePlace = previous.start === edit.start && previous.end === edit.end;
  return edit.start < previous.end || samePlace;
}
