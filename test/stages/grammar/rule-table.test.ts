import { expect, it } from 'vitest';
import { fragmentRules, grammarRules, ruleRows } from '../../../src/stages/grammar/rule-table.ts';
import { metRules } from '../../../src/stages/grammar/rules-met.ts';
import { quietRules } from '../../../src/stages/grammar/rules-quiet-a-l.ts';
import { moreQuietRules } from '../../../src/stages/grammar/rules-quiet-m-z.ts';
import { unmetRules } from '../../../src/stages/grammar/rules-unmet.ts';

/** From here on a finding is applied without asking. */
const appliedFrom = 0.9;

it('is sorted, and names each rule once', () => {
  for (const rows of [metRules, unmetRules, quietRules, moreQuietRules]) {
    const names = rows.map(([name]) => name);
    expect(names).toEqual(names.toSorted());
  }
  expect(new Set(ruleRows.map(([name]) => name)).size).toBe(ruleRows.length);
  expect(new Set(grammarRules.map(({ name }) => name)).size).toBe(ruleRows.length);
});

it('trusts no rule beyond what was counted', () => {
  for (const [name, , confidence, right, wrong, examples] of ruleRows) {
    const isQuiet = [...quietRules, ...moreQuietRules].some(([quiet]) => quiet === name);
    const shown = Math.max(Math.min(examples, 2) / 4, isQuiet ? 1 / 4 : 0);
    expect(confidence, name).toBeLessThanOrEqual((right + 1 + shown) / (right + wrong + 2 + shown));
    expect(right + examples > 0 || isQuiet, name).toBe(true);
    if (isQuiet) expect(right + wrong, name).toBe(0);
  }
});

it('lets a rule change a text by itself only when nine in ten are shown to be right', () => {
  for (const [name, , confidence, right, wrong] of ruleRows) {
    if (confidence >= appliedFrom)
      expect(lowerBound(right, right + wrong), name).toBeGreaterThanOrEqual(0.9);
  }
});

it('never has the rules on that flood, panic or belong to other stages', () => {
  const names = new Set(ruleRows.map(([name]) => name));
  for (const never of [
    'LongSentences',
    'BoringWords',
    'SpellCheck',
    'OxfordComma',
    'NoOxfordComma',
  ]) {
    expect(names.has(never), never).toBe(false);
  }
  for (const never of ['AnA', 'RepeatedWords', 'Spaces', 'Dashes', 'SentenceCapitalization']) {
    expect(names.has(never), never).toBe(false);
  }
});

it('describes every rule in words, and names it in kebab case', () => {
  for (const rule of grammarRules) {
    expect(rule.name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(rule.description).toMatch(/^[A-Z][^:]+: “[a-z0-9 ]+”\.$/);
  }
  expect(fragmentRules.every((rule) => grammarRules.includes(rule))).toBe(true);
});

/** The lower end of Wilson's 95 % interval. */
function lowerBound(right: number, total: number): number {
  const [z, share] = [1.96, right / total];
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return (share + (z * z) / (2 * total) - spread) / (1 + (z * z) / total);
}
