import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const namedFile = z.object({ path: z.string(), sha256: z.string(), sizeBytes: z.number() });

/** What the judge needs of a report; read with a schema of its own, so that it trusts nothing of the product. */
const judgedReport = z.object({
  createdAt: z.string(),
  client: z.string(),
  job: z.string(),
  fileName: z.string(),
  format: z.object({ name: z.string() }),
  counts: z.object({ applied: z.number(), suggested: z.number(), noted: z.number() }),
  files: z.object({
    original: namedFile,
    /** What another program made of the original, and what the corrections are made in. */
    converted: namedFile.optional(),
    corrected: namedFile,
    redline: namedFile.extend({ kind: z.enum(['tracked', 'html']) }),
  }),
  edits: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      before: z.string(),
      after: z.string().nullable(),
      decision: z.enum(['applied', 'suggested', 'noted']),
    }),
  ),
  textHash: z.string(),
  text: z.string(),
});

/** The report of a document that is only looked at. */
const checkedReport = judgedReport.extend({
  files: z.strictObject({ original: namedFile }),
});

export type JudgedReport = z.infer<typeof judgedReport>;
type CheckedReport = z.infer<typeof checkedReport>;

/** One change that went into the corrected copy; `start` and `end` in UTF-16 units of the report's text. */
export interface AppliedEdit {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** All that came back for one document. The paths are absolute. */
export interface Delivery {
  /** `client/job/path`, for naming it. */
  readonly name: string;
  readonly reportPath: string;
  readonly pagePath: string;
  readonly report: JudgedReport;
  readonly applied: readonly AppliedEdit[];
  /** The file as it came; it differs from `original` where that was made of it. */
  readonly given: string;
  readonly original: string;
  readonly corrected: string;
  readonly redline: string;
}

/** What came back for a document that is only looked at. */
export interface Checked {
  readonly name: string;
  readonly reportPath: string;
  readonly pagePath: string;
  readonly report: CheckedReport;
  readonly given: string;
}

/** The files of the desk by what became of them; paths are relative to their folder. */
export interface DeskFiles {
  readonly root: string;
  readonly outbox: readonly string[];
  readonly quarantine: readonly string[];
  readonly inbox: readonly string[];
  readonly duplicates: readonly string[];
}

/** The desk's own mark in its inbox, by which it knows that the folder is there. */
const inboxMark = '.inbox-id';

export function readDesk(root: string): DeskFiles {
  const under = (folder: string): readonly string[] => filesUnder(join(root, folder));
  return {
    root,
    outbox: under('outbox'),
    quarantine: under('quarantine'),
    inbox: under('inbox').filter((path) => path !== inboxMark),
    duplicates: under('duplicates'),
  };
}

/** All reports of the outbox. */
export interface Reports {
  readonly deliveries: readonly Delivery[];
  readonly checked: readonly Checked[];
}

/** Reads every report of the outbox. Throws when one is not a report. */
export function readReports({ root, outbox }: DeskFiles): Reports {
  const deliveries: Delivery[] = [];
  const checked: Checked[] = [];
  for (const path of outbox) {
    if (shelfOf(path) !== 'report' || !path.endsWith('.json')) continue;
    const reportPath = join(root, 'outbox', path);
    const report: unknown = JSON.parse(readFileSync(reportPath, 'utf8'));
    const parsed = checkedReport.safeParse(report);
    if (parsed.success) checked.push(readChecked(reportPath, parsed.data));
    else deliveries.push(readDelivery(reportPath, judgedReport.parse(report)));
  }
  return { deliveries, checked };
}

/** `original`, `corrected`, `redline` or `report`: the third folder of a path in the outbox. */
export function shelfOf(outboxPath: string): string | undefined {
  return outboxPath.split('/')[2];
}

/** Whether all that the report names is there. */
export function isComplete({ original, corrected, redline, pagePath }: Delivery): boolean {
  return [original, corrected, redline, pagePath].every((path) => existsSync(path));
}

function readDelivery(reportPath: string, report: JudgedReport): Delivery {
  const at = (path: string): string => join(dirname(reportPath), path);
  return {
    ...readChecked(reportPath, report),
    report,
    applied: appliedOf(report),
    original: at((report.files.converted ?? report.files.original).path),
    corrected: at(report.files.corrected.path),
    redline: at(report.files.redline.path),
  };
}

function readChecked<Report extends CheckedReport | JudgedReport>(
  reportPath: string,
  report: Report,
) {
  return {
    name: `${report.client}/${report.job}/${report.fileName}`,
    reportPath,
    pagePath: reportPath.replace(/\.json$/, '.html'),
    report,
    given: join(dirname(reportPath), report.files.original.path),
  };
}

function appliedOf({ edits }: JudgedReport): readonly AppliedEdit[] {
  return edits.flatMap(({ decision, start, end, before, after }) =>
    decision === 'applied' ? [{ start, end, before, after: after ?? '' }] : [],
  );
}

export function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
