import type { Decision } from '../../core/finding.ts';
import { withNeighbours } from '../../core/in-words.ts';
import type { Report, ReportEdit } from '../schema.ts';
import type { Numbered } from './numbered.ts';
import { stageNames } from './stage-names.ts';
import { shortened, visible } from './visible.ts';

/** A finding as it stands beside its paragraph. */
export interface Note {
  readonly n: number;
  readonly kind: Decision;
  /** The place of its stage in the pipeline, for the filter. */
  readonly stage: number;
  /** What the text says and what it should say, with the words around where the change alone says nothing. */
  readonly before: string;
  /** Whether it corrects nothing. */
  readonly remark: boolean;
  readonly after: string | null;
  readonly message: string;
  readonly stageTitle: string;
  readonly rule: string;
  /** `page 3, line 12`, where the document has fixed pages. */
  readonly place: string | undefined;
  readonly percent: number;
  /** The confidence in steps of 5%, for the drawn bar. */
  readonly step: number;
  readonly alternatives: readonly string[];
  readonly reason: string | undefined;
}

/** How much of a passage is quoted in its note; all of it stands in the text beside it. */
const quotedLengthMax = 120;

/** Gives what turns a finding into its note. `text` is the text as the page shows it. */
export function noteMaker(report: Report, text: string): (finding: Numbered) => Note {
  const names = stageNames(report);
  const places = new Map(names.map((name, place) => [name, place]));
  return ({ n, edit }) => {
    const stage = places.get(edit.stage) ?? names.length;
    return {
      n,
      kind: edit.decision,
      stage,
      remark: edit.after === null,
      ...wording(edit, text),
      message: edit.message,
      stageTitle: report.stages[stage]?.title ?? edit.stage,
      rule: edit.rule,
      place: edit.page === undefined ? undefined : `page ${edit.page}, line ${edit.line}`,
      percent: Math.round(edit.confidence * 100),
      step: Math.round(edit.confidence * 20),
      alternatives: edit.alternatives.map(visible),
      reason: edit.reason,
    };
  };
}

/** What is listed is what a client may rewrite, so the words are taken where decisions take them. */
function wording(
  { start, end, before, after }: ReportEdit,
  text: string,
): { before: string; after: string | null } {
  if (after === null) return { before: quoted(before), after };
  const shown = withNeighbours({ span: { start, end }, before, after }, text);
  return { before: quoted(shown.before), after: quoted(shown.after) };
}

function quoted(text: string): string {
  return shortened(visible(text), quotedLengthMax);
}
