import type { VFile } from 'vfile';
import { type Block, type Document, isEnglish, isTitle } from '../../core/document.ts';
import type { GrammarRemark, GrammarVerdict } from '../../core/grammar-engine.ts';
import { documentIn, reportFinding, reportNotChecked } from '../../core/messages.ts';
import type { TextSpan } from '../../core/span.ts';
import type { Stage, StageSettings } from '../../core/stage.ts';
import { apostropheIn } from '../../core/typography.ts';
import { createCueFinder } from './cues.ts';
import { isMasked, type MaskedText, maskText } from './mask.ts';
import { piecesOf } from './pieces.ts';
import { fragmentRules, type GrammarRule, grammarRules } from './rule-table.ts';
import { isVetoed } from './vetoes.ts';

const name = 'grammar';

/**
 * What `resources.grammar` says of each sentence that holds a cue of a rule, with only those rules on that were
 * measured to be right more often than wrong. Six of seven sentences hold none.
 */
export const grammar: Stage = {
  name,
  title: 'Grammar',
  description:
    'Finds slips of grammar, mixed-up words and damaged idioms, by rules whose precision was measured.',
  rules: Object.fromEntries(
    grammarRules.map(({ name: rule, description, confidence }) => [
      rule,
      { description, confidence },
    ]),
  ),
  plugin: (settings) => {
    const inProse = ruleSet(grammarRules);
    const inFragments = ruleSet(fragmentRules);
    return async (_tree, file) => {
      const document = documentIn(file);
      const blocks = document.blocks.filter(isEnglish);
      const run = { file, settings, apostrophe: apostropheIn(String(file)) };
      await check(
        { ...run, ...inProse },
        blocks.filter((block) => !isFragment(block)),
      );
      await check({ ...run, ...inFragments }, blocks.filter(isFragment));
      return undefined;
    };
  },
};

/** Headings, captions and cells are seldom sentences. */
function isFragment(block: Block): boolean {
  return isTitle(block) || block.kind === 'table-cell' || block.kind === 'caption';
}

/** Some rules, and the test that a sentence must pass before the engine is asked. */
interface RuleSet {
  readonly rules: ReadonlyMap<string, GrammarRule>;
  readonly hasCue: (sentence: string) => boolean;
}

function ruleSet(rules: readonly GrammarRule[]): RuleSet {
  const byName = new Map(rules.map((rule) => [rule.engineName, rule]));
  return { rules: byName, hasCue: createCueFinder(byName.keys()) };
}

/** One pass over a document with one set of rules. */
interface Run extends RuleSet {
  readonly file: VFile;
  readonly settings: StageSettings;
  readonly apostrophe: string;
}

async function check(run: Run, blocks: readonly Block[]): Promise<void> {
  const document = documentIn(run.file);
  const pieces = blocks.flatMap((block) => readablePieces(document, block, run.hasCue));
  if (pieces.length === 0) return;
  const verdicts = await run.settings.resources.grammar.check({
    paragraphs: pieces.map(({ text }) => text),
    dialect: run.settings.dialect,
    rules: [...run.rules.keys()],
  });
  for (const [index, piece] of pieces.entries()) {
    const verdict = verdicts[index];
    if (!verdict) throw new Error('the grammar engine gave fewer verdicts than paragraphs');
    reportVerdict(run, piece, verdict);
  }
}

/** A stretch of a block that is checked by itself; `start` is where it begins in the block. */
interface Piece {
  readonly block: Block;
  readonly whole: MaskedText;
  readonly start: number;
  readonly text: string;
}

/** A block as the engine gets it, without what has nothing to read in it. */
function readablePieces(
  document: Document,
  block: Block,
  hasCue: RuleSet['hasCue'],
): readonly Piece[] {
  const paragraph = document.text.slice(block.span.start, block.span.end);
  const frozen = block.frozen.map((span) => moved(span, -block.span.start));
  const whole = maskText(paragraph, frozen);
  return piecesOf(whole.text)
    .map(({ start, end }) => ({ block, whole, start, text: whole.text.slice(start, end) }))
    .filter(({ text }) => twoWords.test(text) && hasCue(text));
}

/** One word alone has no grammar. */
const twoWords = /\p{L}\P{L}+\p{L}/u;

function reportVerdict(run: Run, piece: Piece, verdict: GrammarVerdict): void {
  const { block, whole, start, text } = piece;
  const inDocument = (span: TextSpan) => moved(span, block.span.start + start);
  if (verdict.kind === 'not-checked') {
    const span = inDocument({ start: 0, end: text.length });
    reportNotChecked(run.file, { stage: name, span, reason: verdict.reason });
    return;
  }
  for (const remark of verdict.remarks) {
    if (!isMasked(whole, moved(remark.span, start))) {
      reportRemark(run, remark, inDocument(remark.span));
    }
  }
}

/** More alternatives than a person compares are no help. */
const correctionsMax = 5;

function reportRemark(run: Run, remark: GrammarRemark, span: TextSpan): void {
  const rule = run.rules.get(remark.rule);
  if (!rule) throw new Error(`the grammar engine ran ${remark.rule}, which was not asked for`);
  const text = String(run.file);
  const held = text.slice(span.start, span.end);
  if (run.settings.isOurWord(held) || isVetoed(remark.rule, span, text)) return;
  // Where the English of a text is only guessed, no wording is another country’s.
  if (rule.kind === 'Regionalism' && run.settings.isDialectGuessed) return;
  const expected = inNumberOf(held, inOrder(remark))
    .map((replacement) => joined(held, replacement.replaceAll("'", run.apostrophe)))
    .map((replacement) => replacement.replace(/(?<= )i(?=[ ’'])/gu, 'I'))
    .map((replacement) =>
      opensSentence(text, span) ? capitalised(held, replacement) : written(held, replacement),
    )
    .filter((replacement) => replacement !== held)
    .slice(0, correctionsMax);
  if (expected.length === 0) return;
  reportFinding(run.file, {
    source: name,
    rule: rule.name,
    span,
    message: messageOf(remark),
    expected,
    confidence: rule.confidence,
  });
}

function opensSentence(text: string, { start }: TextSpan): boolean {
  return /(?:^|[.!?]["”’)]?\s+|\n)$/u.test(text.slice(Math.max(0, start - sentenceEndMax), start));
}

/** A stop, a quotation mark and the space behind them. */
const sentenceEndMax = 8;

/** Some rules of the engine forget the capital of the word that they replace. */
function capitalised(held: string, replacement: string): string {
  const isLost = /^\p{Lu}\p{Ll}/u.test(held) && /^\p{Ll}/u.test(replacement);
  return isLost ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
}

/** “Every Day” as one word is “Everyday”, not “EveryDay”. */
function joined(held: string, replacement: string): string {
  const isJoined = held !== replacement && held.replace(/[\s-]/gu, '') === replacement;
  return isJoined && /^\p{Lu}\p{Ll}/u.test(replacement)
    ? replacement.charAt(0) + replacement.slice(1).toLowerCase()
    : replacement;
}

/** This rule names its alternatives in no order that holds from one run to the next. */
const unorderedRule = 'RegularIrregulars';

function inOrder({ rule, replacements }: GrammarRemark): readonly string[] {
  return rule === unorderedRule ? replacements.toSorted() : replacements;
}

/** “AFAIK” in the middle of a sentence is “as far as I know”. */
function written(held: string, replacement: string): string {
  const isWrittenOut = /^\p{Lu}{2,}$/u.test(held) && /^\p{Lu}\p{Ll}\S* /u.test(replacement);
  return isWrittenOut ? replacement.charAt(0).toLowerCase() + replacement.slice(1) : replacement;
}

/** “Boarders” becomes “borders”, not “border”, where both are named. */
function inNumberOf(held: string, forms: readonly string[]): readonly string[] {
  const words = held.split(' ').length;
  const isPlural = (form: string): boolean =>
    form.split(' ').length === words && /[\p{L}--s]s$/iv.test(form);
  const [first = ''] = forms;
  if (!isPlural(held) || isPlural(first)) return forms;
  return [...forms.filter(isPlural), ...forms.filter((form) => !isPlural(form))];
}

/** The engine sets words off as a program would, `than`, and does not finish every sentence. */
function readable(message: string): string {
  const quoted = message.trim().replace(/`([^`]+)`/g, '“$1”');
  const sentence = quoted.charAt(0).toUpperCase() + quoted.slice(1);
  return /[.?!]["”]?$/.test(sentence) ? sentence : `${sentence}.`;
}

function messageOf(remark: GrammarRemark): string {
  if (remark.rule !== unorderedRule) return readable(remark.message);
  const forms = inOrder(remark).map((form) => `“${form}”`);
  return `The usual form is ${forms.join(' or ')}.`;
}

function moved(span: TextSpan, by: number): TextSpan {
  return { start: span.start + by, end: span.end + by };
}
