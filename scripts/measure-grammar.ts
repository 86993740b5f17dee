/**
 * Measures every rule of the grammar engine on the quality sets, for the tables in src/stages/grammar/rules-met.ts,
 * rules-unmet.ts, rules-quiet-a-l.ts and rules-quiet-m-z.ts.
 *
 *   node scripts/measure-grammar.ts FOLDER [--json FILE] [--prose FILE]
 *
 * FOLDER holds m2/, src/, clean/ and pairs/; FILE of --prose holds published prose, a sentence a line, the more the better:
 * of most rules no smaller text says how often they are wrong. Printed is one line a rule:
 *   right/proposed  on edited sentences: its first correction brings the sentence nearer to some annotator's version
 *   false           first corrections on published prose, which is taken to be right
 *   pairs           sentences of the pair sets that its first corrections alone make right
 *   harmed          sentences of the pair sets that are right and that it would change
 *   prose           first corrections in the prose
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LocalLinter } from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';
import { createHarper } from '../src/adapters/harper/harper.ts';
import type { Dialect } from '../src/core/dialect.ts';
import type { GrammarRemark } from '../src/core/grammar-engine.ts';
import { isMasked, maskText } from '../src/stages/grammar/mask.ts';
import { isVetoed } from '../src/stages/grammar/vetoes.ts';
import { annotatedVersions, isNearer } from './measure-grammar/gold.ts';
import { annotated, published } from './measure-grammar/sets.ts';

interface Tally {
  kind: string;
  right: number;
  proposed: number;
  false: number;
  pairs: number;
  harmed: number;
  prose?: number;
}

/** Never on: the first swallows or floods, the second panics, the third is the spelling stage's. */
const never = new Set(['LongSentences', 'BoringWords', 'SpellCheck']);

const tallies = new Map<string, Tally>();
const harper = createHarper();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, prose: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('give the folder of the quality sets');
const rules = await ruleNames();

for (const [name, dialect] of annotated) await measureAnnotated(name, dialect);
for (const [name, dialect] of published) await measureClean(name, dialect);
for (const name of ['harper', 'lt']) await measurePairs(name);
for (const name of ['harper-nolint', 'lt-correct']) await measureCorrect(name);
if (values.prose !== undefined) await measureProse(values.prose);
await harper.close();
print();
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify(Object.fromEntries(tallies)));

async function ruleNames(): Promise<readonly string[]> {
  const linter = new LocalLinter({ binary: slimBinary });
  const names = Object.keys(await linter.getLintConfig()).filter((name) => !never.has(name));
  await linter.dispose();
  return names;
}

async function measureAnnotated(name: string, dialect: Dialect): Promise<void> {
  const sentences = lines(`src/${name}.dev.txt`);
  const versions = annotatedVersions(read(`m2/${name}.dev.m2`), sentences);
  await eachRemark(sentences, dialect, ({ index, sentence, remark, tally }) => {
    tally.proposed += 1;
    const gold = versions[index] ?? [];
    if (gold.some((version) => isNearer(version, sentence, corrected(sentence, [remark])))) {
      tally.right += 1;
    }
  });
}

async function measureClean(name: string, dialect: Dialect): Promise<void> {
  await eachRemark(lines(`clean/${name}.txt`), dialect, ({ tally }) => {
    tally.false += 1;
  });
}

async function measurePairs(name: string): Promise<void> {
  const pairs = lines(`pairs/${name}.jsonl`).map((line) => JSON.parse(line));
  const remarks = new Map<string, GrammarRemark[]>();
  await eachRemark(
    pairs.map((pair) => pair.bad),
    'en-US',
    ({ index, remark }) => {
      const key = `${index} ${remark.rule}`;
      remarks.set(key, [...(remarks.get(key) ?? []), remark]);
    },
  );
  for (const [key, ofRule] of remarks) {
    const [index = '', rule = ''] = key.split(' ');
    const pair = pairs[Number(index)];
    if (pair.good.includes(corrected(pair.bad, ofRule))) tallyOf(rule, ofRule[0]?.kind).pairs += 1;
  }
}

async function measureCorrect(name: string): Promise<void> {
  const sentences = lines(`pairs/${name}.jsonl`).map((line) => String(JSON.parse(line).text));
  await eachRemark(sentences, 'en-US', ({ tally }) => {
    tally.harmed += 1;
  });
}

/** A rule that was never met with is counted too: that it was silent is what is known of it. */
async function measureProse(path: string): Promise<void> {
  const sentences = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  for (const rule of rules) tallyOf(rule).prose = 0;
  await eachRemark(sentences, 'en-US', ({ tally }) => {
    tally.prose = (tally.prose ?? 0) + 1;
  });
}

interface Seen {
  readonly index: number;
  readonly sentence: string;
  readonly remark: GrammarRemark;
  readonly tally: Tally;
}

/** Calls back for every remark that proposes a change of text that is not masked. */
async function eachRemark(
  sentences: readonly string[],
  dialect: Dialect,
  see: (seen: Seen) => void,
): Promise<void> {
  const masked = sentences.map((sentence) => maskText(sentence, []));
  const paragraphs = masked.map(({ text }) => text);
  const verdicts = await harper.check({ paragraphs, dialect, rules });
  for (const [index, verdict] of verdicts.entries()) {
    const sentence = sentences[index] ?? '';
    if (verdict.kind === 'not-checked') console.error(`not checked: ${verdict.reason}`);
    for (const remark of verdict.kind === 'checked' ? verdict.remarks : []) {
      const whole = masked[index];
      const hidden = whole !== undefined && isMasked(whole, remark.span);
      const [first] = remark.replacements;
      const held = sentence.slice(remark.span.start, remark.span.end);
      if (hidden || first === undefined || first === held) continue;
      if (isVetoed(remark.rule, remark.span, sentence)) continue;
      see({ index, sentence, remark, tally: tallyOf(remark.rule, remark.kind) });
    }
  }
}

function corrected(sentence: string, remarks: readonly GrammarRemark[]): string {
  let text = sentence;
  let before = sentence.length;
  for (const { span, replacements } of remarks.toSorted((a, b) => b.span.start - a.span.start)) {
    if (span.end > before) continue;
    text = text.slice(0, span.start) + (replacements[0] ?? '') + text.slice(span.end);
    before = span.start;
  }
  return text;
}

function tallyOf(rule: string, kind = ''): Tally {
  const tally = tallies.get(rule) ?? {
    kind,
    right: 0,
    proposed: 0,
    false: 0,
    pairs: 0,
    harmed: 0,
  };
  tallies.set(rule, tally);
  return tally;
}

function print(): void {
  const sorted = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [rule, t] of sorted) {
    const counts = `${t.right}/${t.proposed}`.padEnd(10);
    console.log(
      `${rule.padEnd(32)} ${t.kind.padEnd(15)} ${counts} false ${t.false}  pairs ${t.pairs}  harmed ${t.harmed}  prose ${t.prose ?? '-'}`,
    );
  }
}

function lines(path: string): readonly string[] {
  return read(path)
    .split('\n')
    .filter((line, index, all) => line !== '' || index < all.length - 1);
}

function read(path: string): string {
  return readFileSync(`${folder}/${path}`, 'utf8');
}
