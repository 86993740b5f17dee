import type { Document } from '../../core/document.ts';
import type { Decision } from '../../core/finding.ts';
import { dateFormat } from '../../core/formats-for-reading.ts';
import { lastStartingAt } from '../../core/span.ts';
import { maskCards } from '../cards.ts';
import type { Report } from '../schema.ts';

/** The lines under the title; a file that was only checked has no client and no job. */
export function factsOf(report: Report): readonly { label: string; value: string }[] {
  return [
    { label: 'Client', value: maskCards(report.client ?? '') },
    { label: 'Job', value: maskCards(report.job ?? '') },
    { label: 'Date', value: dateOf(report.createdAt) },
    { label: 'Revision', value: report.revision > 1 ? String(report.revision) : '' },
    { label: 'Format', value: report.format.title },
    { label: 'Pipeline', value: `${report.pipeline.name}, ${report.pipeline.dialect}` },
    { label: 'Words', value: report.words.count.toLocaleString('en') },
  ].filter(({ value }) => value !== '');
}

const meanings: Readonly<Record<Decision, { label: string; meaning: string }>> = {
  applied: { label: 'Applied', meaning: 'already in the corrected copy' },
  suggested: { label: 'Suggested', meaning: 'for you to decide' },
  noted: { label: 'Noted', meaning: 'for your information' },
};

/** The three counts, each with what it means to the client. */
export function tallyOf(counts: Report['counts']) {
  return (['applied', 'suggested', 'noted'] as const).map((kind) => ({
    kind,
    count: counts[kind],
    ...meanings[kind],
  }));
}

/** The files that belong to the report, with addresses that work from the folder it lies in. */
export function fileRows(files: Report['files']) {
  const rows = [
    { label: 'Original', file: files.original },
    { label: 'Converted', file: files.converted },
    { label: 'Corrected copy', file: files.corrected },
    { label: 'Redline', file: files.redline },
  ];
  return rows.flatMap(({ label, file }) =>
    file === undefined
      ? []
      : {
          label,
          href: relativeAddress(file.path),
          sha256: file.sha256,
          size: file.sizeBytes.toLocaleString('en'),
        },
  );
}

/** `24 November 2026`, in UTC wherever the page is made. */
export function dateOf(createdAt: string): string {
  const format = dateFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(createdAt));
}

/** The block in which an offset lies. */
export function blockIndexOf(document: Document, offset: number): number {
  return Math.max(0, lastStartingAt(document.blocks, offset));
}

/** Each part is encoded, so that no file name (`javascript:…`, `a#b.txt`) can be taken for anything but a path. */
function relativeAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
