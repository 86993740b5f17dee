import { z } from 'zod';
import { maskedReport } from './masked.ts';
import { ReportProblem } from './problem.ts';
import { type Report, reportSchema, reportVersion } from './schema.ts';

/** How many faults of a report are told at once; more would hide the first ones. */
const issuesShownMax = 5;

/**
 * The report as JSON: two spaces, keys always in the order of the schema, a final newline.
 * Payment card numbers are masked; `textHash` is of the text as it is.
 */
export function renderJson(report: Report): string {
  return `${JSON.stringify(maskedReport(report), null, 2)}\n`;
}

/** Reads a report. Throws ReportProblem, in sentences, when the text is not a report that this version knows. */
export function parseReport(text: string): Report {
  const value = parseJson(text);
  refuseOtherVersions(value);
  const result = reportSchema.safeParse(value);
  if (result.success) return result.data;
  throw new ReportProblem(sentencesOf(result.error));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportProblem('This file is not JSON, so it is not a Proofdesk report.');
  }
}

const versioned = z.looseObject({ version: z.number() });

function refuseOtherVersions(value: unknown): void {
  const { success, data } = versioned.safeParse(value);
  if (!success) {
    throw new ReportProblem('This JSON has no `version`, so it is not a Proofdesk report.');
  }
  if (data.version === reportVersion) return;
  throw new ReportProblem(
    `This report has version ${data.version}, and this Proofdesk reads version ${reportVersion}.`,
  );
}

function sentencesOf(error: z.ZodError): string {
  const shown = error.issues.slice(0, issuesShownMax).map(sentenceOf);
  const more = error.issues.length - shown.length;
  return [
    'This is not a valid Proofdesk report.',
    ...shown,
    ...(more > 0 ? [andMore(more)] : []),
  ].join(' ');
}

function sentenceOf({ path, message }: { path: readonly PropertyKey[]; message: string }): string {
  const where = path.length === 0 ? 'The report' : `\`${path.map(String).join('.')}\``;
  return `${where}: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`;
}

function andMore(count: number): string {
  return `And ${count} more.`;
}
