import type { ReportRequest } from '../job/proofreading.ts';
import { buildReport } from '../report/report.ts';
import type { Report } from '../report/schema.ts';
import { sourceOf } from './engine/reports.ts';

/** The report of a request as data. */
export function reportModel(request: ReportRequest): Report {
  return buildReport(sourceOf(request));
}
