import type { Decision } from '../../core/finding.ts';
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

/** `year·,` to `year,` can be judged at a glance; `·,` to `,` cannot. So a change without letters takes its neighbours along. */
function wording(edit: ReportEdit, text: string): { before: string; after: string | null } {
  if (edit.after === null) return { before: quoted(edit.before), after: null };
  if (hasLetters(edit.before) && hasLetters(edit.after)) {
    return { before: quoted(edit.before), after: quoted(edit.after) };
  }
  const lead = /\S*[^\S\n]*$/u.exec(
    text.slice(Math.max(0, edit.start - neighbourUnits), edit.start),
  );
  const tail = /^[^\S\n]*\S*/u.exec(text.slice(edit.end, edit.end + neighbourUnits));
  const around = (middle: string) => quoted(`${lead?.[0] ?? ''}${middle}${tail?.[0] ?? ''}`);
  return { before: around(edit.before), after: around(edit.after) };
}

/** How far a neighbouring word may reach. */
const neighbourUnits = 24;

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function quoted(text: string): string {
  return shortened(visible(text), quotedLengthMax);
}
