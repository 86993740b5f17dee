import type { PassageRemark } from '../../core/passage-plugin.ts';
import { writtenLike } from '../../core/typography.ts';
import { countedNouns } from './counted-nouns.ts';
import type { FormRule } from './form-rule.ts';
import type { Inflections } from './inflections.ts';
import { missingWords } from './missing-words.ts';
import { moreNumber } from './more-number.ts';
import { nounNumber } from './noun-number.ts';
import { nounSubjects } from './noun-subjects.ts';
import { nounVerb } from './noun-verb.ts';
import { questions } from './questions.ts';
import { subjectVerb } from './subject-verb.ts';
import type { Word } from './tags.ts';
import { verbForms } from './verb-forms.ts';
import { verbPlaces } from './verb-places.ts';

/** The rules about the forms of words; the first that speaks of a word wins. */
export const formRules: readonly FormRule[] = [
  ...nounVerb,
  ...missingWords,
  ...questions,
  ...verbForms,
  ...subjectVerb,
  ...nounSubjects,
  ...nounNumber,
  ...moreNumber,
  ...countedNouns,
  ...verbPlaces,
];

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
      if (!change || said.has(change.at)) continue;
      const found = words.slice(change.from ?? change.at, change.at + 1).map(({ token }) => token);
      const [first, last] = [found[0], found.at(-1)];
      if (!first || !last) continue;
      said.add(change.at);
      const text = found.map((token) => token.text).join(' ');
      const expected = text.startsWith('I ') ? change.to : writtenLike(text, change.to, apostrophe);
      yield {
        rule: rule.rule,
        span: { start: first.span.start, end: last.span.end },
        message: `Write “${expected}” instead of “${text}”? ${rule.reason}`,
        expected: [expected],
        confidence: change.confidence ?? rule.confidence,
      };
    }
  }
}
