import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { TextSpan } from '../../core/span.ts';
import type { MappedBlock } from '../draft.ts';
import { readPage } from '../html/reader.ts';
import { isAttribution, isForwardMark, isQuotedHeader } from './others-words.ts';

/** Reads a page as mail: what mail programs mark as quoted, and the signature, may not be touched. */
export function pageLayout(source: string): {
  readonly blocks: readonly MappedBlock[];
  readonly untraced: number;
} {
  const { blocks, untraced } = readPage(source);
  const others = othersPlaces(source);
  let isBelow = false;
  const read = blocks.map((block) => {
    isBelow ||= isForwardMark(block.text) || isQuotedHeader(block.text);
    const isOthers = isBelow || isAttribution(block.text) || isWithin(block, others);
    return isOthers ? { ...block, frozen: [{ start: 0, end: block.text.length }] } : block;
  });
  return { blocks: read, untraced };
}

/** The classes and ids of what others wrote: Gmail, Yahoo, Outlook on the web, Thunderbird, Apple Mail. */
const othersMark =
  /^(?:gmail_(?:quote|attr|signature|extra)|yahoo_quoted|moz-(?:cite-prefix|signature)|OutlookMessageHeader|protonmail_quote|x_gmail_quote|divRplyFwdMsg|appendonsend|AppleMailSignature|Signature)$/i;

/** The places of elements that are marked so. An own stack: pages nest without limit. */
function othersPlaces(source: string): readonly TextSpan[] {
  const isWhole = /<(?:!doctype|html|head|body|title)[\s>]/i.test(source.slice(0, 4096));
  const options = { sourceCodeLocationInfo: true };
  const root = isWhole ? parse(source, options) : parseFragment(source, options);
  const places: TextSpan[] = [];
  const nodes: Tree.ChildNode[] = [...root.childNodes];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (!('attrs' in node)) continue;
    const location = node.sourceCodeLocation;
    if (location && isMarked(node)) {
      places.push({ start: location.startOffset, end: location.endOffset });
    } else nodes.push(...node.childNodes);
  }
  return places;
}

function isMarked({ attrs }: Tree.Element): boolean {
  return attrs
    .filter(({ name }) => name === 'class' || name === 'id')
    .some(({ value }) => value.split(/\s+/).some((each) => othersMark.test(each)));
}

function isWithin({ pieces }: MappedBlock, places: readonly TextSpan[]): boolean {
  const at = pieces[0]?.source.start ?? -1;
  return places.some(({ start, end }) => start <= at && at < end);
}
