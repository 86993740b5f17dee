/**
 * Turns the counts of `measure-grammar.ts --json FILE --prose PROSE` into the three tables of src/stages/grammar.
 *
 *   node scripts/write-grammar-rules.ts FILE && biome check --write src/stages/grammar
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cuesByRule } from '../src/stages/grammar/cues.ts';
import type { RuleRow } from '../src/stages/grammar/rule-row.ts';

interface Counts {
  readonly kind: string;
  readonly right: number;
  readonly proposed: number;
  readonly false: number;
  readonly pairs: number;
  readonly harmed: number;
  /** Not there where the rule was not counted in prose. */
  readonly prose?: number;
}

/** Matters of taste, which a proofreader leaves to the author, unless nobody prints what they object to. */
const tasteKinds = new Set(['Style', 'Readability', 'Formatting', 'Regionalism']);

const left = new Set([
  // Initialisms that letters of business have, written out: a matter of register.
  ...['AsSoonAsPossible', 'ForWhatItsWorth', 'ForYourInformation', 'InMyOpinion', 'InRealLife'],
  ...['ExplainLikeImFive', 'InMyHumbleOpinion', 'OnTheOtherHand'],
  // Both wordings are good English.
  ...[
    'AmInTheMorning',
    'AnotherThinkComing',
    'AvoidAndAlso',
    'BlacklistWhitelist',
    'ChampAtTheBit',
    'Freezing',
  ],
  ...['HungerPang', 'Insurmountable', 'RedundantAcronyms', 'YeaToYeah', 'YehToYeah'],
  // Says what AdjectiveDoubleDegree says.
  'MoreBetter',
  // What it would write is no better.
  ...['AlzheimersDisease', 'BarelyUn', 'ClientOrServerSide', 'FondOn', 'NoLongerPronoun'],
  ...['SimpleGrammatical', 'ThatChallenged', 'TruthToTheFact', 'WaveFunction'],
  // Other stages look after these, with the author's house style in mind.
  ...[
    'AnA',
    'CapitalizePersonalPronouns',
    'CommaFixes',
    'EllipsisLength',
    'OrthographicConsistency',
  ],
  ...['OxfordComma', 'RepeatedWords', 'SentenceCapitalization', 'Spaces', 'UnclosedQuotes'],
  ...['UseTitleCase', 'WrongApostrophe'],
]);

/** Their one or two findings in published prose were looked at, and mend it. */
const rightInProse = new Set([
  ...['CrossPlatform', 'EverPresent', 'InNeedOf', 'InThisThatRegard', 'IsBeenAuxSequence'],
]);

/** What of taste may suggest where nobody prints what it objects to. */
const printable = new Set(['Style', 'Regionalism']);

/** Short forms of chat, each written out by a rule of its own. */
const shortForms = new Set([
  ...['AsFarAsIKnow', 'BeRightBack', 'ByTheWay', 'IDontKnow', 'LetMeKnow'],
  ...['IfIRecallCorrectly', 'IfIUnderstandCorrectly', 'IfYouKnowYouKnow', 'InCaseYouMissedIt'],
  ...['OhMyGod', 'PleaseTakeALook', 'Really', 'ToBeHonest'],
]);

/** A rule below this is of no use to anybody, unless it was right often enough to be worth a note. */
const suggestedFrom = 0.5;
const notedFrom = 0.45;
const notedRightMin = 4;

/** Only a rule that is shown to be right nine times in ten may change a text by itself. */
const appliedFrom = 0.9;
const notAppliedMax = 0.89;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('give the file that measure-grammar.ts wrote');
const counted: Readonly<Record<string, Counts>> = JSON.parse(readFileSync(path, 'utf8'));
const rows = Object.entries(counted)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([name, counts]) => rowOf(name, counts));
const isMet = ([, , , right, wrong]: RuleRow): boolean => right + wrong > 0;
const isQuiet = ([name, kind, , , , examples]: RuleRow): boolean =>
  examples === 0 || tasteKinds.has(kind) || shortForms.has(name);
write('rules-met', 'metRules', {
  about: 'Rules that were met with in the texts they were measured on.',
  rows: rows.filter(isMet),
});
write('rules-unmet', 'unmetRules', {
  about:
    'Rules that only their own examples speak for: no text they were measured on had use for them.',
  rows: rows.filter((row) => !isMet(row) && !isQuiet(row)),
});
const quiet = {
  about:
    'Rules that were silent in 2,500,000 words of published prose: what they look for, nobody prints.',
  rows: rows.filter((row) => !isMet(row) && isQuiet(row)),
};
const isEarly = ([name]: RuleRow): boolean => name < 'M';
write('rules-quiet-a-l', 'quietRules', { ...quiet, rows: quiet.rows.filter(isEarly) });
write('rules-quiet-m-z', 'moreQuietRules', {
  ...quiet,
  rows: quiet.rows.filter((row) => !isEarly(row)),
});

function write(file: string, name: string, table: { about: string; rows: readonly RuleRow[] }) {
  const text = `import type { RuleRow } from './rule-row.ts';

/**
 * ${table.about}
 * Made by \`scripts/write-grammar-rules.ts\` from what \`scripts/measure-grammar.ts\` counted with harper.js 2.10.0.
 */
export const ${name}: readonly RuleRow[] = [
${table.rows.map((row) => `${JSON.stringify(row)},`).join('\n')}
];
`;
  writeFileSync(new URL(`../src/stages/grammar/${file}.ts`, import.meta.url), text);
}

function rowOf(name: string, counts: Counts): readonly RuleRow[] {
  const { right, pairs, kind, prose } = counts;
  const wrong = counts.proposed - right + counts.false + counts.harmed;
  const isSilent = prose === 0 || (prose !== undefined && rightInProse.has(name));
  const isQuiet = isSilent && wrong === 0 && cuesByRule().has(name);
  const isTaste = tasteKinds.has(kind) && !(printable.has(kind) && isQuiet);
  if (left.has(name) || isTaste || (right + pairs === 0 && !isQuiet)) return [];
  const trust = confidence({ right, wrong, pairs, isQuiet: isQuiet && right + pairs === 0 });
  const worthNote = trust >= notedFrom && right >= notedRightMin;
  return trust >= suggestedFrom || worthNote ? [[name, kind, trust, right, wrong, pairs]] : [];
}

interface Evidence {
  readonly right: number;
  readonly wrong: number;
  readonly pairs: number;
  readonly isQuiet: boolean;
}

/**
 * The mean of a Beta distribution that starts at one right and one wrong, rounded down.
 * Examples from the engine's own tests show that a rule works, but not how often it errs: together at most half a right.
 * That published prose never has what a rule looks for shows the other half: it counts as a quarter of a right.
 */
function confidence({ right, wrong, pairs, isQuiet }: Evidence): number {
  const bonus = Math.max(Math.min(pairs, 2) / 4, isQuiet ? 1 / 4 : 0);
  const mean = (right + 1 + bonus) / (right + wrong + 2 + bonus);
  const shown = lowerBound(right, right + wrong) >= appliedFrom;
  return Math.floor(Math.min(mean, shown ? 1 : notAppliedMax) * 100) / 100;
}

/** The lower end of Wilson's 95 % interval. */
function lowerBound(right: number, total: number): number {
  if (total === 0) return 0;
  const [z, share] = [1.96, right / total];
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return (share + (z * z) / (2 * total) - spread) / (1 + (z * z) / total);
}
