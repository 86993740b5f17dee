import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Dialect } from '../../src/core/dialect.ts';
import { documentOf } from '../../src/core/document.ts';
import { passagesOf } from '../../src/core/passage.ts';
import { type Corrector, supportedProposals } from '../../src/stages/context/corrector.ts';
import type { ErrorType } from '../../src/stages/context/proposals.ts';
import { rewritingOf } from '../../src/stages/context/rewriting.ts';
import { type ContextSentence, sentencesOf } from '../../src/stages/context/sentences.ts';
import { type AnnotatedSentence, isNearer, readAnnotated } from './labels.ts';

/** A proposal with the truth about it. */
export interface Example {
  readonly type: ErrorType;
  readonly evidence: readonly number[];
  readonly isRight: boolean;
  readonly set: string;
  /** Examples of one document share it; folds go by it. */
  readonly document: number;
}

const sets = ['CWEB-G', 'CWEB-S', 'gmeg-wiki', 'gmeg-fce', 'jfleg'];
const paragraphsPerDocument = 60;

/** The proposals in the annotated sets and in clean prose, where none is right. */
export function goldExamples(folder: string, corrector: Corrector): readonly Example[] {
  const examples: Example[] = [];
  let documents = 0;
  const addAll = (set: string, dialect: Dialect, texts: readonly AnnotatedSentence[]) => {
    texts.forEach((text, at) => {
      if (at % paragraphsPerDocument === 0) documents += 1;
      for (const sentence of contextSentences(text.text)) {
        for (const proposal of supportedProposals(sentence, corrector)) {
          const edit = rewritingOf(sentence, proposal, { dialect, apostrophe: "'" });
          if (!edit) continue;
          const { type, evidence } = proposal;
          const [start, end] = [sentence.offset + edit.start, sentence.offset + edit.end];
          const edited = text.text.slice(0, start) + edit.replacement + text.text.slice(end);
          const isRight = text.versions.length > 0 && isNearer(text, edited);
          examples.push({ type, evidence, isRight, set, document: documents });
        }
      }
    });
  };
  for (const set of sets) {
    addAll(set, set === 'gmeg-fce' ? 'en-GB' : 'en-US', readAnnotated(folder, set));
  }
  for (const file of readdirSync(join(folder, 'clean')).sort()) {
    const lines = readFileSync(join(folder, 'clean', file), 'utf8').split('\n');
    const texts = lines
      .filter((line) => line.trim() !== '')
      .map((text) => ({ text, versions: [] }));
    addAll('clean', file.startsWith('uk') ? 'en-GB' : 'en-US', texts);
  }
  return examples;
}

/** A text of one paragraph as the stage sees it. */
export function contextSentences(text: string): readonly ContextSentence[] {
  const document = documentOf([{ kind: 'paragraph', text, frozen: [] }]);
  const file = new VFile({ value: document.text, data: { document } });
  const passages = passagesOf(unified().use(retextEnglish).parse(file), file);
  return passages.flatMap((passage) => sentencesOf(passage).sentences);
}
