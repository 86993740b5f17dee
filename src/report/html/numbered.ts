import type { Document } from '../../core/document.ts';
import { lastStartingAt } from '../../core/span.ts';
import { maskCards } from '../cards.ts';
import { maskedEdit } from '../masked.ts';
import type { Report, ReportEdit } from '../schema.ts';

/** A finding with the number it has on the page, counted from 1 through the document, ready to be shown. */
export interface Numbered {
  readonly n: number;
  readonly edit: ReportEdit;
}

/** What a page is made from: the text and the findings without card numbers, and the findings of each block. */
export interface PageText {
  readonly text: string;
  readonly findings: readonly Numbered[];
  /** Parallel to the blocks of the document. */
  readonly byBlock: readonly (readonly Numbered[])[];
  /** Findings of a document without any block. */
  readonly homeless: readonly Numbered[];
}

/** A finding belongs to the block it starts in, though a remark may reach over its end. */
export function pageText(report: Report, document: Document): PageText {
  const masked = maskCards(report.text);
  const findings = report.edits.map((edit, index) => ({
    n: index + 1,
    edit: shown(edit, report.text, masked),
  }));
  const byBlock = document.blocks.map((): Numbered[] => []);
  const homeless: Numbered[] = [];
  for (const finding of findings) {
    const home = byBlock[Math.max(0, lastStartingAt(document.blocks, finding.edit.start))];
    (home ?? homeless).push(finding);
  }
  return { text: withObjectsSeen(masked), findings, byBlock, homeless };
}

function shown(edit: ReportEdit, text: string, masked: string): ReportEdit {
  const hidden = maskedEdit(edit, text, masked);
  return { ...hidden, before: withObjectsSeen(hidden.before) };
}

/** A picture or a field stands in the text as U+FFFC, which fonts show as nothing or as a broken letter. */
function withObjectsSeen(text: string): string {
  return text.replaceAll('\uFFFC', '▢');
}
