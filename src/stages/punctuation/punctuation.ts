import { passagePlugin } from '../../core/passage-plugin.ts';
import type { Stage } from '../../core/stage.ts';
import { abbreviationStops } from './abbreviations.ts';
import { adverbsAside } from './adverbs-aside.ts';
import { unpairedBrackets } from './brackets.ts';
import { conjunctionCommas } from './conjunction-commas.ts';
import { datedOpenings } from './dated-openings.ts';
import { dateCommas } from './dates.ts';
import { doubledMarks } from './doubled.ts';
import { missingEnds } from './ends.ts';
import { commasBeforeEtc } from './etc-commas.ts';
import { foreignCommas } from './foreign-commas.ts';
import { hyphens } from './hyphens.ts';
import { introductoryCommas } from './introductory-commas.ts';
import { needlessCommas } from './needless-commas.ts';
import { openingClauses } from './opening-clauses.ts';
import { openingPhrases } from './opening-phrases.ts';
import { questionTags } from './question-tags.ts';
import { relativeCommas } from './relative-commas.ts';
import { splicedAdverbs } from './spliced-adverbs.ts';

const name = 'punctuation';

/** Commas, stops, question marks, hyphens and brackets. Dashes are a matter of style and stay as they are. */
export const punctuation: Stage = {
  name,
  title: 'Punctuation',
  description:
    'Finds doubled, missing and needless commas and stops, missing hyphens and unpaired brackets.',
  rules: {
    'doubled-mark': { description: 'The same mark twice: “,,”', confidence: 0.95 },
    'comma-before-stop': { description: 'A comma directly before a full stop', confidence: 0.93 },
    'missing-full-stop': {
      description: 'A paragraph of sentences whose last has no full stop',
      confidence: 0.65,
    },
    'missing-question-mark': {
      description: 'A question that ends with a full stop',
      confidence: 0.75,
    },
    'comma-after-date': {
      description: 'A comma after the date that opens a sentence',
      confidence: 0.8,
    },
    'comma-after-introductory': {
      description: 'No comma after “However” and its like at the start of a sentence',
      confidence: 0.85,
    },
    'comma-after-introductory-phrase': {
      description: 'No comma after “For example”, “In addition” and their like',
      confidence: 0.85,
    },
    'comma-after-opening-phrase': {
      description: 'No comma after a phrase that opens the sentence: “In the spring they”',
      confidence: 0.7,
    },
    'comma-around-aside': {
      description: '“However” between subject and verb without its commas',
      confidence: 0.8,
    },
    'comma-after-clause': {
      description: 'No comma between a clause with “if” or “when” and what follows',
      confidence: 0.7,
    },
    'comma-before-but': { description: 'No comma before “but” and a new clause', confidence: 0.65 },
    'comma-before-and': { description: 'No comma before “and” and a new clause', confidence: 0.55 },
    'comma-before-so': { description: 'No comma before “so” and a new clause', confidence: 0.55 },
    'comma-before-which': {
      description: 'No comma before “which” or “where” that adds',
      confidence: 0.55,
    },
    'comma-before-who': {
      description: 'No comma before “who” after a full name',
      confidence: 0.7,
    },
    'comma-before-addition': { description: 'No comma before “especially”', confidence: 0.65 },
    'comma-before-etc': { description: 'No comma before “etc.” in a list', confidence: 0.6 },
    'comma-around-however': {
      description: 'A comma where a sentence ends before “however” or “therefore”',
      confidence: 0.6,
    },
    'comma-before-tag': {
      description: 'No comma before “isn’t it?” and its like',
      confidence: 0.85,
    },
    'comma-in-date': { description: '“March 4 2024” for “March 4, 2024”', confidence: 0.85 },
    'foreign-comma': {
      description: 'A comma of Chinese or Japanese between English words: “tea，milk”',
      confidence: 0.85,
    },
    'needless-comma': {
      description: 'A comma after “such as”, “although” and their like',
      confidence: 0.8,
    },
    'abbreviation-stop': {
      description: 'An abbreviation without its last stop: “e.g”',
      confidence: 0.93,
    },
    'number-hyphen': { description: '“twenty one” for “twenty-one”', confidence: 0.93 },
    'age-hyphen': { description: '“a 5 year old boy” for “a 5-year-old boy”', confidence: 0.9 },
    'measure-hyphen': { description: '“a 10 minute walk” for “a 10-minute walk”', confidence: 0.8 },
    'compound-hyphen': {
      description: 'A well-known compound without its hyphens',
      confidence: 0.8,
    },
    'modifier-hyphen': {
      description: '“a family owned firm” for “a family-owned firm”',
      confidence: 0.85,
    },
    'adverb-hyphen': { description: 'A hyphen after an adverb in -ly', confidence: 0.45 },
    'unpaired-bracket': { description: 'A bracket without its partner', confidence: 0.4 },
  },
  plugin: passagePlugin(name, [
    doubledMarks,
    missingEnds,
    introductoryCommas,
    datedOpenings,
    openingPhrases,
    openingClauses,
    adverbsAside,
    conjunctionCommas,
    relativeCommas,
    splicedAdverbs,
    dateCommas,
    commasBeforeEtc,
    questionTags,
    needlessCommas,
    abbreviationStops,
    hyphens,
    foreignCommas,
    unpairedBrackets,
  ]),
};
