import { maskCards } from './cards.ts';
import type { Report, ReportEdit } from './schema.ts';

/** A report as it leaves the desk: payment card numbers are masked in all that it says. Offsets stay true. */
export function maskedReport(report: Report): Report {
  const text = maskCards(report.text);
  return {
    ...report,
    fileName: maskCards(report.fileName),
    ...(report.client === undefined ? {} : { client: maskCards(report.client) }),
    ...(report.job === undefined ? {} : { job: maskCards(report.job) }),
    warnings: report.warnings.map(maskCards),
    notChecked: report.notChecked.map((one) => ({ ...one, reason: maskCards(one.reason) })),
    edits: report.edits.map((edit) => maskedEdit(edit, report.text, text)),
    text,
  };
}

/**
 * An edit of `text` as it is shown where `masked` is shown for it. Where it touches a hidden number its own digits are
 * hidden too: a part of a card passes no check alone.
 */
export function maskedEdit(edit: ReportEdit, text: string, masked: string): ReportEdit {
  const [from, to] = [Math.max(0, edit.start - 1), edit.end + 1];
  const hide = text.slice(from, to) === masked.slice(from, to) ? maskCards : hideDigits;
  return {
    ...edit,
    before: masked.slice(edit.start, edit.end),
    after: edit.after === null ? null : hide(edit.after),
    message: hide(edit.message),
    alternatives: edit.alternatives.map(hide),
    ...(edit.reason === undefined ? {} : { reason: hide(edit.reason) }),
  };
}

/** Whether a masked text is this one: the same but for digits that are hidden. */
export function isMaskOf(masked: string, text: string): boolean {
  return masked === text || masked === maskCards(text);
}

function hideDigits(text: string): string {
  return text.replaceAll(/\d/gu, '•');
}
