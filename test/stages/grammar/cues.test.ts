import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createHarper } from '../../../src/adapters/harper/harper.ts';
import { createCueFinder, cuesByRule } from '../../../src/stages/grammar/cues.ts';
import { grammarRules } from '../../../src/stages/grammar/rule-table.ts';
import { readCases } from '../cases.ts';

/** The first start of the engine takes 2 s, and several times that on a busy machine. */
vi.setConfig({ testTimeout: 300_000 });

const harper = createHarper();
const ruleNames = grammarRules.map(({ engineName }) => engineName);

afterAll(() => harper.close());

it('has cues for every rule that is on, and for no other', () => {
  expect([...cuesByRule().keys()].sort()).toEqual(ruleNames.toSorted());
});

it('finds a cue of the rule wherever the engine itself has something to say', async () => {
  const sentences = [...new Set([...caseSentences(), ...slips])];
  const verdicts = await harper.check({
    paragraphs: sentences,
    dialect: 'en-US',
    rules: ruleNames,
  });
  const remarks = verdicts.flatMap((verdict, at) =>
    verdict.kind === 'checked' ? verdict.remarks.map(({ rule }) => ({ rule, at })) : [],
  );
  expect(remarks.length).toBeGreaterThan(150);
  const missed = remarks.filter(({ rule, at }) => !createCueFinder([rule])(sentences[at] ?? ''));
  expect(missed.map(({ rule, at }) => `${rule}: ${sentences[at]}`)).toEqual([]);
});

/** Slips of rules whose cues are more than a word or two. */
const slips = [
  'Its been a long day.',
  'There dog is old.',
  'However we came.',
  'Now a days it is known.',
  'It was the most easiest way.',
  'We may can come.',
  'He is is late.',
  'They’re is are many of them.',
  'We have reading it.',
  'This is smaller that the other.',
  'This is more useful then the other.',
  'We came in the 1980’s style.',
  'We flew to new delhi in march 2019.',
  'The united states is large.',
  'If that man would have come, we had left.',
  'It is a 5 day journey for second time.',
  'They don’t know off it.',
  'Your the best man.',
  'You’re house is large.',
  'He hasn’t found no key.',
  'I was thinking a lot about the familys.',
  'We arrived few weeks ago.',
  'Please open the lights.',
  'For all intense purposes it works.',
  'It would mean a lot for us.',
];

function caseSentences(): readonly string[] {
  const folder = new URL('../../../fixtures/stages/', import.meta.url);
  return readdirSync(folder).flatMap((stage) =>
    readCases(stage).flatMap(({ wrong, right }) => [wrong, right]),
  );
}

describe('cues', () => {
  const has = (rule: string, sentence: string): boolean => createCueFinder([rule])(sentence);

  it.each([
    ['InAHurry', 'He was in hurry.', true],
    ['InAHurry', 'He came in, hurry!', false],
    ['InAHurry', 'He was in a hurry.', false],
    ['Worthwhile', 'It is worth-while.', true],
    ['DiscourseMarkers', 'However we came.', true],
    ['DiscourseMarkers', 'We came; however it rained.', true],
    ['DiscourseMarkers', 'However, we came.', false],
    ['DiscourseMarkers', 'We know however it ends.', false],
    ['Months', 'In january it snows.', true],
    ['Months', 'In January it snows.', false],
    ['UnitedOrganizations', 'The united States.', true],
    ['UnitedOrganizations', 'The United\nStates.', true],
    ['UnitedOrganizations', 'The United States.', false],
    ['HyphenateNumberDay', 'A 5 day trip.', true],
    ['HyphenateNumberDay', 'A long day trip.', false],
    ['PluralDecades', 'The 1980’s style.', true],
    ['ThereToTheir', 'There dog is old.', true],
    ['ThereToTheir', 'There is a dog.', false],
    ['ThatThan', 'It is smaller that this.', true],
    ['ThatThan', 'It is small that this.', false],
  ])('%s: %s', (rule, sentence, expected) => {
    expect(has(rule, sentence)).toBe(expected);
  });

  it('are those of the rules that are on', () => {
    expect(createCueFinder(['InAHurry', 'InAWhile'])('It came in while we ate.')).toBe(true);
    expect(createCueFinder(['InAHurry'])('It came in while we ate.')).toBe(false);
    expect(() => createCueFinder(['NoSuchRule'])).toThrow('no cues');
  });
});
