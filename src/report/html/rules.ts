import type { Report } from '../schema.ts';

/** A rule that found something, for the list at the end of the page. */
export interface RuleRow {
  readonly rule: string;
  readonly stageTitle: string;
  readonly count: number;
  readonly url: string | undefined;
}

/** The rules that found something, the busiest first. An address is given once here and not with every finding. */
export function ruleRows(report: Report): readonly RuleRow[] {
  const titles = new Map(report.stages.map(({ name, title }) => [name, title]));
  const rows = new Map<string, RuleRow>();
  for (const { stage, rule, url } of report.edits) {
    const key = JSON.stringify([stage, rule]);
    const row = rows.get(key);
    rows.set(key, {
      rule,
      stageTitle: titles.get(stage) ?? stage,
      count: (row?.count ?? 0) + 1,
      url: row?.url ?? webUrl(url),
    });
  }
  return [...rows.values()].sort((a, b) => b.count - a.count);
}

/** An address that a click may open: of the web, and nothing that could run or read a file. */
function webUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//iu.test(url) ? url : undefined;
}
