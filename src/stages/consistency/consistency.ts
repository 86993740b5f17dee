import { reportFinding } from '../../core/messages.ts';
import { passagesOf } from '../../core/passage.ts';
import type { Stage } from '../../core/stage.ts';
import { acronymRemarks } from './acronyms.ts';
import { capitalRemarks } from './capitals.ts';
import { hyphenRemarks } from './hyphenation.ts';
import { percentRemarks, serialCommaRemarks } from './styles.ts';
import { dialectRemarks, variantRemarks } from './variants.ts';

const name = 'consistency';

/** One way of writing throughout a document. What the document does less often is shown, with the counts. */
export const consistency: Stage = {
  name,
  title: 'Consistency',
  description:
    'Finds what a document writes now one way, now another: spellings, hyphens, capitals, acronyms, the serial comma.',
  rules: {
    'variant-spelling': { description: 'A word with two right spellings', confidence: 0.4 },
    'mixed-dialect': {
      description: 'British spelling among American, or the reverse',
      confidence: 0.4,
    },
    'mixed-hyphenation': { description: 'A compound with and without its hyphen', confidence: 0.4 },
    'mixed-capitals': { description: 'A term with and without capitals', confidence: 0.35 },
    'acronym-defined-twice': { description: 'An acronym that is explained twice', confidence: 0.4 },
    'acronym-not-used': {
      description: 'An acronym that is explained and not used',
      confidence: 0.3,
    },
    'acronym-before-definition': {
      description: 'An acronym that is used before it is explained',
      confidence: 0.4,
    },
    'mixed-serial-comma': {
      description: 'Lists with and without a comma before “and”',
      confidence: 0.4,
    },
    'mixed-percent': { description: '“%” beside “percent”', confidence: 0.4 },
  },
  plugin:
    ({ resources }) =>
    async (tree, file) => {
      const passages = passagesOf(tree, file).filter(({ block }) => block.kind !== 'quotation');
      const remarks = [
        ...variantRemarks(passages),
        ...dialectRemarks(passages, await resources.list('en-variants')),
        ...hyphenRemarks(passages),
        ...capitalRemarks(passages),
        ...acronymRemarks(passages),
        ...serialCommaRemarks(passages),
        ...percentRemarks(passages),
      ];
      for (const remark of remarks) reportFinding(file, { source: name, ...remark });
    },
};
