import type { Dialect } from '../core/dialect.ts';
import { type Document, placeAt } from '../core/document.ts';
import type { DecidedFinding, Decision } from '../core/finding.ts';
import type { Readability } from '../core/readability.ts';
import { wordingOver } from '../core/remarks.ts';
import type { TextSpan } from '../core/span.ts';
import { type Report, type ReportEdit, reportSchemaId, reportVersion } from './schema.ts';

/** A file that the report names. `path` is relative to the report file, with `/`; `sha256` is in lower-case hexadecimal. */
export interface ReportFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** All that a report is made from. A single checked file has no client, no job and perhaps no corrected copy. */
export interface ReportSource {
  readonly fileName: string;
  readonly client?: string;
  readonly job?: string;
  readonly revision: number;
  readonly format: { readonly name: string; readonly title: string };
  readonly pipeline: {
    readonly name: string;
    readonly description: string;
    readonly dialect: Dialect;
  };
  readonly stages: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
  }[];
  readonly document: Document;
  /** SHA-256 of the document's text as UTF-8, in lower-case hexadecimal. */
  readonly textHash: string;
  readonly findings: readonly DecidedFinding[];
  readonly warnings: readonly string[];
  /** Paragraphs that an engine could not check, each with a sentence why. */
  readonly notChecked: readonly { readonly span: TextSpan; readonly reason: string }[];
  readonly words: { readonly count: number; readonly rule: string };
  readonly files: {
    readonly original: ReportFile;
    readonly converted?: ReportFile;
    readonly corrected?: ReportFile;
    readonly redline?: ReportFile & { readonly kind: 'tracked' | 'html' };
  };
  readonly statistics: { readonly before: Readability; readonly after: Readability };
  /** ISO 8601 in UTC: `2026-11-24T09:00:00Z`. */
  readonly createdAt: string;
  readonly generator: { readonly name: 'Proofdesk'; readonly version: string };
}

/** The report as data: everything of the source but the blocks, which only pages need. */
export function buildReport(source: ReportSource): Report {
  const edits = source.findings.map((finding) => reportEdit(finding, source.document));
  return {
    $schema: reportSchemaId,
    version: reportVersion,
    generator: { ...source.generator },
    createdAt: source.createdAt,
    fileName: source.fileName,
    ...(source.client === undefined ? {} : { client: source.client }),
    ...(source.job === undefined ? {} : { job: source.job }),
    revision: source.revision,
    format: { name: source.format.name, title: source.format.title },
    pipeline: pipelineOf(source.pipeline),
    stages: source.stages.map(({ name, title, description }) => ({ name, title, description })),
    words: { count: source.words.count, rule: source.words.rule },
    counts: countsOf(source.findings),
    files: filesOf(source.files),
    statistics: {
      before: readabilityOf(source.statistics.before),
      after: readabilityOf(source.statistics.after),
    },
    warnings: [...source.warnings],
    notChecked: source.notChecked.map(({ span, reason }) => ({
      start: span.start,
      end: span.end,
      reason,
    })),
    edits: edits.sort((a, b) => a.start - b.start || a.end - b.end),
    textHash: source.textHash,
    text: source.document.text,
  };
}

function reportEdit(finding: DecidedFinding, document: Document): ReportEdit {
  const { text } = document;
  const [first, ...others] = finding.corrections;
  const span = first?.span ?? finding.span;
  const before = first?.before ?? text.slice(span.start, span.end);
  const place = placeAt(document, span.start);
  return {
    stage: finding.stage,
    rule: finding.rule,
    start: span.start,
    end: span.end,
    ...(place ? { page: place.page, line: place.line } : {}),
    before,
    after: first?.after ?? null,
    decision: finding.decision,
    confidence: finding.confidence,
    message: finding.message,
    ...(finding.url === undefined ? {} : { url: finding.url }),
    ...(finding.reason === undefined ? {} : { reason: finding.reason }),
    alternatives: others.map((other) => wordingOver(span, other, text)),
  };
}

function countsOf(findings: readonly DecidedFinding[]): Record<Decision, number> {
  const counts = { applied: 0, suggested: 0, noted: 0 };
  for (const { decision } of findings) counts[decision] += 1;
  return counts;
}

function pipelineOf({ name, description, dialect }: ReportSource['pipeline']): Report['pipeline'] {
  return { name, description, dialect };
}

function filesOf(files: ReportSource['files']): Report['files'] {
  const { original, converted, corrected, redline } = files;
  return {
    original: fileOf(original),
    ...(converted ? { converted: fileOf(converted) } : {}),
    ...(corrected ? { corrected: fileOf(corrected) } : {}),
    ...(redline ? { redline: { ...fileOf(redline), kind: redline.kind } } : {}),
  };
}

function fileOf({ path, sha256, sizeBytes }: ReportFile): ReportFile {
  return { path, sha256, sizeBytes };
}

function readabilityOf(measured: Readability): Report['statistics']['before'] {
  return { ...measured, sentenceLengths: [...measured.sentenceLengths] };
}
