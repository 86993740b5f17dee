import { readFileSync } from 'node:fs';
import { createDictionaries } from '../../src/adapters/dictionaries/dictionaries.ts';
import { documentOf } from '../../src/core/document.ts';
import { applyEdits, sortedEdits } from '../../src/core/edit.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { GrammarEngine } from '../../src/core/grammar-engine.ts';
import { createProofreader, type Proofreader } from '../../src/core/proofread.ts';
import { overlaps } from '../../src/core/span.ts';
import type { Stage, StageSettings } from '../../src/core/stage.ts';

/** One case of `fixtures/stages/<stage>/cases.txt`: `- wrong` with `+ right`, or `= leave alone`. */
export interface Case {
  readonly line: number;
  readonly wrong: string;
  readonly right: string;
  readonly why: string;
}

/** Below this a finding is a remark that changes nothing, so a case does not apply it. */
const suggestedFrom = 0.5;

export function readCases(stage: string): readonly Case[] {
  const path = new URL(`../../fixtures/stages/${stage}/cases.txt`, import.meta.url);
  const cases: Case[] = [];
  let why = '';
  let wrong: { readonly line: number; readonly text: string } | undefined;
  for (const [index, row] of readFileSync(path, 'utf8').split('\n').entries()) {
    const text = row.slice(2).replaceAll('\\n', '\n').replaceAll('\\t', '\t');
    if (row.startsWith('#')) why = row.slice(1).trim();
    else if (row.startsWith('- ')) wrong = { line: index + 1, text };
    else if (row.startsWith('= ')) cases.push({ line: index + 1, wrong: text, right: text, why });
    else if (row.startsWith('+ ') && wrong) {
      cases.push({ line: wrong.line, wrong: wrong.text, right: text, why });
      wrong = undefined;
    } else if (row.trim() !== '') throw new Error(`${stage}/cases.txt:${index + 1}: ${row}`);
  }
  return cases;
}

/** A proofreader of one stage with its real data; `grammar` only where the stage needs the engine. */
export function proofreaderOf(
  stage: Stage,
  settings: Partial<StageSettings> = {},
  grammar: GrammarEngine = { check: () => Promise.reject(new Error('no grammar engine here')) },
): Proofreader {
  const full: StageSettings = {
    dialect: 'en-US',
    isOurWord: () => false,
    resources: { ...createDictionaries(), grammar },
    options: {},
    ...settings,
  };
  return createProofreader([{ stage, plugin: () => stage.plugin(full) }]);
}

/** The text as one paragraph (blank lines make more), and what the stage makes of it. */
export async function corrected(proofread: Proofreader, text: string): Promise<string> {
  const document = documentOf(
    text.split('\n\n').map((part) => ({ kind: 'paragraph', text: part, frozen: [] })),
  );
  const { findings } = await proofread(document);
  const firsts = findings
    .filter((finding) => finding.confidence >= suggestedFrom)
    .sort((a, b) => b.confidence - a.confidence)
    .flatMap((finding: Finding) => finding.corrections.slice(0, 1));
  const kept = firsts.filter(
    (edit, index) => !firsts.slice(0, index).some((other) => overlaps(other.span, edit.span)),
  );
  return applyEdits(text, sortedEdits(kept));
}
