import { reportFinding, reportNotChecked } from '../../core/messages.ts';
import { passagesOf } from '../../core/passage.ts';
import type { Stage } from '../../core/stage.ts';
import { capital, createAssessment } from './assess.ts';
import { foreignSentences } from './foreign.ts';
import { settledRemarks } from './settled.ts';
import { isCapitalised } from './shapes.ts';
import { type Unknowns, unknownWordsIn } from './unknown-words.ts';
import { type WordData, wordDataOf } from './word-data.ts';

/** Words that no dictionary knows. retext-spell judges them; what is meant is ranked by slips, frequency and context. */
export const spelling: Stage = {
  name: 'spelling',
  title: 'Spelling',
  description: 'Finds words that no dictionary has, and what was meant by them.',
  rules: {
    misspelling: {
      description: 'A word that is in no dictionary, near one that is.',
      confidence: 0.6,
    },
    'known-misspelling': {
      description: 'A misspelling so common that it can mean one word only.',
      confidence: 0.97,
    },
    'run-together': { description: 'Two words without the space between them.', confidence: 0.6 },
    'split-word': { description: 'One word with a space in it.', confidence: 0.6 },
    'dialect-spelling': {
      description: 'A word as another English spells it.',
      confidence: 0.7,
    },
    'unknown-word': {
      description: 'A word that no dictionary has: a name, a term, or a slip.',
      confidence: 0.1,
    },
  },
  plugin:
    ({ dialect, isDialectGuessed = false, isOurWord, resources }) =>
    async (tree, file) => {
      const passages = passagesOf(tree, file);
      if (passages.length === 0) return undefined;
      const data = await wordDataOf(resources, dialect);
      const unknowns = unknownWordsIn(passages, { data, isOurWord });
      if (unknowns.words.length === 0) return undefined;
      const foreign = foreignSentences(unknowns);
      for (const span of foreign.values()) {
        reportNotChecked(file, { stage: 'spelling', span, reason: foreignReason });
      }
      const given = {
        data,
        context: await data.context(),
        names: namesAmong(unknowns, data),
        apostrophe: apostropheOf(String(file)),
        isDialectGuessed,
      };
      const remarks = settledRemarks(unknowns, (open) => {
        const assess = createAssessment({ ...given, unknowns: open });
        return (word) => (foreign.has(word.sentence) ? undefined : assess(word));
      });
      let reach = 0;
      for (const { span } of unknowns.words) {
        const remark = remarks.get(span.start);
        if (!remark || span.start < reach) continue;
        reportFinding(file, { source: 'proofdesk-spelling', ...remark });
        reach = remark.span.end;
      }
      return undefined;
    },
};

const foreignReason =
  'Most of the words are in no English dictionary, so the sentence was taken for another language.';

/** The apostrophe that a text has more of. */
function apostropheOf(text: string): string {
  const count = (mark: string): number => text.split(mark).length;
  return count('’') > count("'") ? '’' : "'";
}

/** Which unknown words are right with a capital. */
export function namesAmong({ words }: Unknowns, data: WordData): ReadonlySet<string> {
  const lower = words.filter(({ word }) => !isCapitalised(word));
  const names = new Set(lower.map(({ word }) => capital(word)));
  const known = data.judge.knownOf(names);
  return new Set([...names].filter((name) => known.has(name) || data.isAddition(name)));
}
