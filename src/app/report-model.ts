import { decodeSource } from '../formats/encoding.ts';
import type { ReportRequest } from '../job/proofreading.ts';
import { buildReport } from '../report/report.ts';
import type { Report } from '../report/schema.ts';
import { type SettledRequest, sourceOf } from './engine/reports.ts';

/** The report of a request as data. */
export function reportModel(request: SettledRequest): Report {
  return buildReport(sourceOf(request));
}

/** The source of a plain text file as an editor shows it, so that places can be told as lines and columns of the file. */
export function sourceTextOf({ extracted, original }: ReportRequest): string | undefined {
  return extracted.format === 'text' ? decodeSource(original).text : undefined;
}
