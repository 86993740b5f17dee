import type { AppliedEdit, Delivery } from './desk.ts';
import { explains } from './explain.ts';
import type { Tally } from './tally.ts';
import { paragraphsOf } from './word.ts';
import type { XmlElement } from './xml.ts';

interface ChangedParagraph {
  readonly index: number;
  readonly isFallback: boolean;
  readonly old: string;
  readonly fresh: string;
}

/**
 * Every paragraph that differs is explained by applied edits of the report that stand together, every edit explains
 * one, and none explains two, but for the copy of a text box that is kept for old programs.
 */
export function judgeChangedParagraphs(
  { name, report, applied }: Delivery,
  { original, corrected }: { readonly original: XmlElement; readonly corrected: XmlElement },
  tally: Tally,
): void {
  const groups = groupsOf(report.text, applied);
  const used = groups.map(() => false);
  const unexplained = changedParagraphs(original, corrected).filter((paragraph) => {
    const found = explanation(paragraph, groups, paragraph.isFallback ? undefined : used);
    if (!paragraph.isFallback) used.fill(true, found?.from ?? 0, found?.to ?? 0);
    return found === undefined;
  });
  tally.judge(
    'docx: the report explains every paragraph that differs',
    name,
    unexplained.length === 0,
    () => {
      return `paragraphs ${unexplained.map(({ index }) => index).join(', ')}`;
    },
  );
  const idle = groups.filter((_, index) => !used[index]);
  tally.judge(
    'docx: every applied edit is in the corrected copy once',
    name,
    idle.length === 0,
    () => {
      return `not found: edits at ${idle.map(([first]) => first?.start ?? 0).join(', ')}`;
    },
  );
}

function changedParagraphs(
  original: XmlElement,
  corrected: XmlElement,
): readonly ChangedParagraph[] {
  const fresh = paragraphsOf(corrected);
  return paragraphsOf(original).flatMap(({ text, isFallback }, index) => {
    const other = fresh[index]?.text ?? '';
    return other === text ? [] : [{ index, isFallback, old: text, fresh: other }];
  });
}

type Group = readonly AppliedEdit[];

/** Edits with no empty line between them; a paragraph with two line breaks in a row holds several groups. */
function groupsOf(text: string, edits: readonly AppliedEdit[]): readonly Group[] {
  const groups: AppliedEdit[][] = [];
  let last: AppliedEdit | undefined;
  for (const edit of edits) {
    const apart = !last || text.slice(last.end, edit.start).includes('\n\n');
    if (apart) groups.push([edit]);
    else groups.at(-1)?.push(edit);
    last = edit;
  }
  return groups;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The first groups in a row, none of them used, that lead from the old paragraph to the new one. */
function explanation(
  { old, fresh }: ChangedParagraph,
  groups: readonly Group[],
  used: readonly boolean[] | undefined,
): Range | undefined {
  for (let from = 0; from < groups.length; from += 1) {
    const edits: AppliedEdit[] = [];
    for (let to = from; to < groups.length && !used?.[to]; to += 1) {
      const group = groups[to] ?? [];
      if (!group.every(({ before, after }) => old.includes(before) && fresh.includes(after))) break;
      edits.push(...group);
      if (explains(old, fresh, edits)) return { from, to: to + 1 };
    }
  }
  return undefined;
}
