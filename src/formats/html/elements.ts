import type { Token } from 'parse5';
import type { BlockKind } from '../../core/document.ts';

/** What an element is to a reader of the page. */
export type Role =
  /** Ends the paragraph before it and begins one of its own. */
  | 'block'
  /** Part of a sentence. */
  | 'inline'
  /** Part of a sentence that no edit may touch: code, quotations, deleted text. */
  | 'frozen'
  /** A picture, a formula, a field: seen, but without text of its own. */
  | 'object'
  | 'line-break'
  /** Not seen, or not prose. */
  | 'skipped';

export function roleOf(tagName: string, attributes: readonly Token.Attribute[]): Role {
  if (isHidden(attributes)) return 'skipped';
  const role = roles.get(tagName) ?? 'inline';
  return role === 'inline' && isUntranslatable(attributes) ? 'frozen' : role;
}

/** The kind of the blocks within an element; undefined where it is that of the element around it. */
export function kindOf(
  tagName: string,
  attributes: readonly Token.Attribute[],
): BlockKind | undefined {
  const role = attribute(attributes, 'role');
  if (role !== undefined && /^doc-(?:foot|end)notes?$/.test(role)) return 'note';
  return kinds.get(tagName);
}

/** Whether the page says that a text is not to be changed by programs that change language. */
export function isUntranslatable(attributes: readonly Token.Attribute[]): boolean {
  if (attribute(attributes, 'translate')?.toLowerCase() === 'no') return true;
  return /(?:^|\s)notranslate(?:\s|$)/.test(attribute(attributes, 'class') ?? '');
}

/** The language that an element states for what is in it; '' says that it is not known. */
export function languageOf(attributes: readonly Token.Attribute[]): string | undefined {
  return attribute(attributes, 'lang') ?? attribute(attributes, 'xml:lang');
}

function isHidden(attributes: readonly Token.Attribute[]): boolean {
  if (attribute(attributes, 'hidden') !== undefined) return true;
  return /(?:^|;)\s*display\s*:\s*none/i.test(attribute(attributes, 'style') ?? '');
}

function attribute(attributes: readonly Token.Attribute[], name: string): string | undefined {
  return attributes.find((each) => each.name === name)?.value;
}

const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...named<Role>(
    'block',
    `address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt
     fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li
     main menu nav ol optgroup option p search section summary table tbody td tfoot th thead title tr ul`,
  ),
  ...named<Role>('frozen', 'cite code del kbd q rp rt s samp strike tt var'),
  ...named<Role>(
    'object',
    'audio canvas embed iframe img input math meter object progress select svg textarea video',
  ),
  ...named<Role>('line-break', 'br'),
  ...named<Role>(
    'skipped',
    'base datalist frame link listing meta noframes noscript plaintext pre script style template xmp',
  ),
]);

const kinds: ReadonlyMap<string, BlockKind> = new Map([
  ...named<BlockKind>('heading', 'h1 h2 h3 h4 h5 h6 title'),
  ...named<BlockKind>('list-item', 'dd dt li'),
  ...named<BlockKind>('table-cell', 'td th'),
  ...named<BlockKind>('caption', 'caption figcaption'),
  ...named<BlockKind>('quotation', 'blockquote'),
]);

function named<Value>(value: Value, tagNames: string): readonly (readonly [string, Value])[] {
  return tagNames.split(/\s+/).map((tagName) => [tagName, value] as const);
}
