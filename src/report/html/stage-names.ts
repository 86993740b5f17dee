import type { Report } from '../schema.ts';

/** The stages of a report: those of its pipeline in their order, then any other that a finding names. */
export function stageNames(report: Report): readonly string[] {
  const named = report.edits.map(({ stage }) => stage);
  return [...new Set([...report.stages.map(({ name }) => name), ...named])];
}
