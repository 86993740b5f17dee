import type { Document } from '../../core/document.ts';
import { maskCards } from '../cards.ts';
import type { Report } from '../schema.ts';
import { counted, verdict } from '../verdict.ts';
import { stageRows, strip } from './charts.ts';
import { documentTemplate } from './document-template.ts';
import { template } from './engine.ts';
import { blockIndexOf, dateOf, factsOf, fileRows, tallyOf } from './facts.ts';
import { noteMaker } from './notes.ts';
import { type PageText, pageText } from './numbered.ts';
import { folded, passagesOf } from './passages.ts';
import { policy } from './policy.ts';
import { previewPage } from './preview-page.ts';
import { dumbbells, lengthColumns } from './reading-charts.ts';
import { ruleRows } from './rules.ts';
import { partials } from './template.ts';
import { shortened } from './visible.ts';

export interface PageExtras {
  /** The page of the document as sanitised HTML, for formats that have a page to show. */
  readonly preview?: string;
}

const page = template<ReturnType<typeof viewOf>>(documentTemplate, partials);

/**
 * The report as one HTML file that opens without a network and can be read without its script.
 * `document` must be the one the report was built from. Payment card numbers are masked.
 */
export function renderHtml(report: Report, document: Document, extras: PageExtras = {}): string {
  return page(viewOf(report, document, extras));
}

function viewOf(report: Report, document: Document, { preview }: PageExtras) {
  const text = pageText(report, document);
  const stages = stageRows(report);
  const columns = lengthColumns(report.statistics);
  return {
    ...report,
    policy,
    fileName: maskCards(report.fileName),
    date: dateOf(report.createdAt),
    facts: factsOf(report),
    verdict: verdict(report),
    tally: tallyOf(report.counts),
    files: fileRows(report.files),
    findings: report.edits.length > 0,
    attention: report.warnings.length + report.notChecked.length > 0,
    warnings: report.warnings.map(maskCards),
    notChecked: notCheckedOf(report, document, text),
    ruleRows: ruleRows(report),
    stageRows: stages,
    stageOptions: stages.flatMap(({ title, total }, value) =>
      total > 0 ? { title, total, value } : [],
    ),
    stripBins: strip(report, text.findings),
    dumbbells: dumbbells(report.statistics),
    lengthColumns: columns,
    lengthsLabel: `${counted(report.statistics.before.sentences, 'sentence', 'sentences')} before, ${report.statistics.after.sentences.toLocaleString('en')} after`,
    stretches: folded(passagesOf(report, document, text)),
    homeless: text.homeless.map(noteMaker(report, text.text)),
    preview: preview === undefined ? undefined : previewPage(preview),
  };
}

/** How much of a paragraph says which one it is. */
const openingLengthMax = 70;

function notCheckedOf(report: Report, document: Document, { text }: PageText) {
  return report.notChecked.map(({ start, end, reason }) => ({
    block: blockIndexOf(document, start),
    opening: shortened(text.slice(start, end), openingLengthMax),
    reason: maskCards(reason),
  }));
}
