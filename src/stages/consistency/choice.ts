import type { PassageRemark } from '../../core/passage-plugin.ts';
import type { TextSpan } from '../../core/span.ts';
import { writtenLike } from '../../core/typography.ts';

/** One place where a document chose a form. `text` is what stands there, `to` what the other forms would read there. */
export interface Use {
  readonly form: string;
  readonly span: TextSpan;
  readonly text: string;
}

/** This many times as often, and used this often, a form is the document's own way. */
const majorityRatioMin = 3;
const majorityUsesMin = 4;

const confidenceOfMajority = 0.55;

/**
 * Remarks on the forms that are in the minority. With a clear majority the remark is a suggestion,
 * otherwise only a note at each use of the rarer form. `describe` names a form for the message.
 */
export function minorityRemarks(
  rule: string,
  uses: readonly Use[],
  correct: (use: Use, form: string) => string | undefined = writtenAs,
): readonly PassageRemark[] {
  const counts = new Map<string, number>();
  for (const { form } of uses) counts.set(form, (counts.get(form) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [main, ...others] = ranked;
  if (!main || others.length === 0) return [];
  const message = `Written ${ranked.map(([form, count]) => `“${form}” ${times(count)}`).join(' and ')}.`;
  return uses
    .filter(({ form }) => form !== main[0])
    .map((use) => {
      const expected = correct(use, main[0]);
      const clear = isClear(main[1], counts.get(use.form) ?? 0);
      return {
        rule,
        span: use.span,
        message,
        ...(expected === undefined ? {} : { expected: [expected] }),
        ...(clear ? { confidence: confidenceOfMajority } : {}),
      };
    });
}

/** Whether the more frequent form is so by enough to call the other one a slip. */
export function isClear(more: number, fewer: number): boolean {
  return more >= majorityUsesMin && more >= majorityRatioMin * fewer;
}

export function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}

function writtenAs({ text }: Use, form: string): string {
  return writtenLike(text, form, "'");
}
