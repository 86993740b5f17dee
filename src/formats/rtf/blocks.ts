import { mergedSpans } from '../../core/frozen.ts';
import type { TextSpan } from '../../core/span.ts';
import type { MappedBlock } from '../draft.ts';
import { isMonospaced } from '../fonts.ts';
import { languageOf, primaryOf } from '../languages.ts';
import { roleNamed } from '../style-roles.ts';
import { languageTag } from './languages.ts';
import type { RtfText } from './reader.ts';
import type { Look, RtfBlock, Run, Tables } from './reading.ts';

/** The paragraphs with their kind, their language, and all that no edit may touch in them. */
export function blocksOf({ blocks, tables }: RtfText): readonly MappedBlock[] {
  const codeFonts = fontsMeanCode(blocks, tables);
  return blocks.map((block) => blockOf(block, { tables, codeFonts }));
}

interface Sheet {
  readonly tables: Tables;
  /** Whether a typewriter font marks code here, or is simply what the document is written in. */
  readonly codeFonts: boolean;
}

function blockOf(block: RtfBlock, sheet: Sheet): MappedBlock {
  const style = sheet.tables.styles.get(block.style);
  const role = roleNamed(style?.name.replace(/;\s*$/, '').trim() ?? '');
  const language = languageOf(lettersByLanguage(block.runs));
  const { kind } = block;
  const isWhole = role === 'code' || role === 'quotation';
  const held = isWhole ? [{ start: 0, end: block.text.length }] : heldSpans(block, language, sheet);
  const isPlain = kind === 'paragraph' || kind === 'list-item';
  const own = role === 'code' ? undefined : style?.outlined ? 'heading' : role;
  return {
    ...block,
    kind: isPlain && own !== undefined ? own : kind,
    frozen: mergedSpans([...block.frozen, ...held]),
    ...(language === undefined ? {} : { language }),
  };
}

function heldSpans(
  { runs }: RtfBlock,
  language: string | undefined,
  sheet: Sheet,
): readonly TextSpan[] {
  return runs.filter(({ look }) => isHeld(look, language, sheet)).map(({ span }) => span);
}

function isHeld(look: Look, language: string | undefined, { tables, codeFonts }: Sheet): boolean {
  if (look.unchecked || look.rightToLeft) return true;
  if (codeFonts && isMonospaced(fontOf(look, tables))) return true;
  const own = primaryOf(tagOf(look));
  return own !== undefined && own !== (primaryOf(language) ?? 'en');
}

function lettersByLanguage(runs: readonly Run[]): ReadonlyMap<string, number> {
  const letters = new Map<string, number>();
  for (const { span, look } of runs) {
    const tag = tagOf(look) ?? '';
    letters.set(tag, (letters.get(tag) ?? 0) + span.end - span.start);
  }
  return letters;
}

/** A letter typed in Courier from end to end is not code. */
function fontsMeanCode(blocks: readonly RtfBlock[], tables: Tables): boolean {
  let [all, monospaced] = [0, 0];
  for (const { span, look } of blocks.flatMap(({ runs }) => runs)) {
    all += span.end - span.start;
    if (isMonospaced(fontOf(look, tables))) monospaced += span.end - span.start;
  }
  return monospaced * 2 < all;
}

function fontOf({ font }: Look, { fonts }: Tables): string | undefined {
  return font === undefined ? undefined : fonts.get(font)?.name;
}

function tagOf({ language }: Look): string | undefined {
  return language === undefined ? undefined : languageTag(language);
}
