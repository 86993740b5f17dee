import type { Report } from './schema.ts';

/** The report in one or two sentences that a client understands. */
export function verdict(report: Report): string {
  const { applied, suggested, noted } = report.counts;
  const isCopied = report.files.corrected !== undefined;
  const read = `We read ${counted(report.words.count, 'word', 'words')}`;
  if (applied + suggested + noted === 0) return `${read} and found nothing to correct.`;
  const corrected =
    applied === 0
      ? `${read} and changed nothing.`
      : `${read} and made ${counted(applied, 'correction', 'corrections')}.`;
  return [corrected, ...questions(suggested, isCopied), ...remarks(noted)].join(' ');
}

/** `1 word`, `1,204 words`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function questions(suggested: number, isCopied: boolean): readonly string[] {
  if (suggested === 0) return ['Nothing waits for your decision.'];
  const places = counted(suggested, 'suggestion needs', 'suggestions need');
  if (!isCopied) return [`${places} your decision.`];
  return [
    `${places} your decision and ${suggested === 1 ? 'is' : 'are'} not in the corrected copy.`,
  ];
}

function remarks(noted: number): readonly string[] {
  return noted === 0
    ? []
    : [`${counted(noted, 'remark is', 'remarks are')} for your information only.`];
}
