import type { Decision } from '../core/finding.ts';
import { maskedReport } from './masked.ts';
import { type Position, positionsOf, type SourceMap, sourceMap } from './position.ts';
import type { Report, ReportEdit } from './schema.ts';

/** The text of a report's file as it lies on the disk, where that is text at all. */
export type SourceOf = (report: Report) => string | undefined;

/**
 * Findings in the form that code hosts and editors read: SARIF 2.1.0 (OASIS, 2020), one run, one artifact a report.
 * Where `sourceOf` gives the source of a plain text file, regions and fixes are of that source, with lines and columns;
 * for everything else the region counts UTF-16 units of the extracted text, which no tool may write to, so there is no fix.
 */
export function renderSarif(reports: readonly Report[], sourceOf: SourceOf = noSource): string {
  const rules = rulesOf(reports);
  const run = {
    tool: {
      driver: {
        name: 'Proofdesk',
        version: reports[0]?.generator.version ?? '0.0.0',
        rules: [...rules.values()].map(({ descriptor }) => descriptor),
      },
    },
    columnKind: 'utf16CodeUnits',
    artifacts: reports.map((report) => ({ location: { uri: uriOf(report) } })),
    results: reports.flatMap((report, index) => resultsOf(report, { index, rules, sourceOf })),
  };
  return `${JSON.stringify({ $schema: schemaUri, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const schemaUri = 'https://json.schemastore.org/sarif-2.1.0.json';

const noSource: SourceOf = () => undefined;

/** Applied ones are sure to be wrong as they stand, suggested ones are for a person to judge. */
const levels: Readonly<Record<Decision, 'error' | 'warning' | 'note'>> = {
  applied: 'error',
  suggested: 'warning',
  noted: 'note',
};

interface Rule {
  readonly index: number;
  readonly descriptor: { readonly id: string; readonly helpUri?: string };
}

interface Context {
  readonly index: number;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly sourceOf: SourceOf;
}

/** How offsets of one report become regions. */
interface Place {
  readonly mapped?: { readonly source: string; readonly map: SourceMap };
  readonly positionOf?: (offset: number) => Position;
}

function rulesOf(reports: readonly Report[]): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const { edits } of reports) {
    for (const edit of edits) {
      const id = ruleId(edit);
      const help = edit.url === undefined ? {} : { helpUri: edit.url };
      if (!rules.has(id)) rules.set(id, { index: rules.size, descriptor: { id, ...help } });
    }
  }
  return rules;
}

function ruleId({ stage, rule }: ReportEdit): string {
  return `${stage}/${rule}`;
}

function resultsOf(report: Report, { index, rules, sourceOf }: Context) {
  const location = { uri: uriOf(report), index };
  const place = placeOf(report, sourceOf(report));
  return maskedReport(report).edits.map((edit) => ({
    ruleId: ruleId(edit),
    ruleIndex: rules.get(ruleId(edit))?.index ?? -1,
    level: levels[edit.decision],
    message: { text: edit.message },
    locations: [
      { physicalLocation: { artifactLocation: location, region: regionOf(edit, place) } },
    ],
    ...fixesOf(edit, location, place),
    properties: { decision: edit.decision, confidence: edit.confidence },
  }));
}

function placeOf(report: Report, source: string | undefined): Place {
  if (report.format.name !== 'text') return {};
  const map = source === undefined ? undefined : sourceMap(report.text, source);
  return map && source !== undefined
    ? { mapped: { source, map }, positionOf: positionsOf(source) }
    : { positionOf: positionsOf(report.text) };
}

function regionOf(edit: ReportEdit, { mapped, positionOf }: Place) {
  const start = mapped ? mapped.map.start(edit.start) : edit.start;
  const end = edit.start === edit.end ? start : (mapped?.map.end(edit.end) ?? edit.end);
  const region = { charOffset: start, charLength: end - start };
  if (!positionOf) return region;
  const [first, last] = [positionOf(start), positionOf(end)];
  return {
    startLine: first.line,
    startColumn: first.column,
    endLine: last.line,
    endColumn: last.column,
    ...region,
  };
}

/** Only what the policy applies may be fixed by a machine, and only where the source holds what is to be replaced. */
function fixesOf(edit: ReportEdit, artifactLocation: { uri: string; index: number }, place: Place) {
  if (edit.decision !== 'applied' || edit.after === null || !place.mapped) return {};
  const region = regionOf(edit, place);
  const held = place.mapped.source.slice(region.charOffset, region.charOffset + region.charLength);
  if (held !== edit.before) return {};
  const replacement = { deletedRegion: region, insertedContent: { text: edit.after } };
  const change = { artifactLocation, replacements: [replacement] };
  return { fixes: [{ description: { text: edit.message }, artifactChanges: [change] }] };
}

function uriOf({ files }: Report): string {
  return files.original.path.split('/').map(encodeURIComponent).join('/');
}
