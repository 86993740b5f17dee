import type { PassageRemark } from '../../core/passage-plugin.ts';
import { writtenLike } from '../../core/typography.ts';
import type { FormRule } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import { nounNumber } from './noun-number.ts';
import { subjectVerb } from './subject-verb.ts';
import type { Word } from './tags.ts';
import { verbForms } from './verb-forms.ts';

/** The rules about the forms of words; the first that speaks of a word wins. */
export const formRules: readonly FormRule[] = [...verbForms, ...subjectVerb, ...nounNumber];

/** What the rules say of a sentence, one remark a word at most. */
export function* wrongForms(
  words: readonly Word[],
  forms: Inflections,
  apostrophe: string,
): Iterable<PassageRemark> {
  const said = new Set<number>();
  for (const at of words.keys()) {
    for (const rule of formRules) {
      const change = rule.find(words, at, forms);
      const token = change && words[change.at]?.token;
      if (!token || said.has(change.at)) continue;
      said.add(change.at);
      const expected = writtenLike(token.text, change.to, apostrophe);
      yield {
        rule: rule.rule,
        span: token.span,
        message: `Write “${expected}” instead of “${token.text}”? ${rule.reason}`,
        expected: [expected],
        confidence: change.confidence ?? rule.confidence,
      };
    }
  }
}
