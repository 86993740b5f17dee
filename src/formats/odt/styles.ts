import { attributeOf, type Tag, tagsOf } from '../xml/tags.ts';
import { readTextProperties, type TextProperties } from './text-properties.ts';

/** What a style makes of a paragraph or of a stretch of text. */
type StyleRole = 'heading' | 'list-item' | 'quotation' | 'caption' | 'code';

/** A style with all that it inherits. */
interface Style {
  readonly role?: StyleRole;
  readonly properties: TextProperties;
}

/** The styles that hold in one part. An unknown or absent name gives a style that says nothing. */
export interface Styles {
  readonly paragraph: (name: string | undefined) => Style;
  readonly text: (name: string | undefined) => Style;
  readonly defaults: TextProperties;
  /** Whether a shape of this graphic style holds a text box, in which changes can be tracked. */
  readonly isBox: (name: string | undefined) => boolean;
}

/**
 * The styles for a part: its own automatic ones over the common ones (ODF 1.3 Part 3, 3.15). Automatic styles of
 * another part may have the same names and mean something else.
 */
export function stylesFor(part: string, common: string | undefined): Styles {
  const sheet = newSheet();
  if (common !== undefined && common !== part) readSheet(sheet, common, 'office:styles');
  readSheet(sheet, part, 'both');
  return stylesOf(sheet);
}

/** The value of a property of a text: the innermost span that says it, else the paragraph's style, the default. */
export function styledProperty<Key extends keyof TextProperties>(
  styles: Styles,
  at: { readonly spans: readonly Tag[]; readonly paragraph: string | undefined },
  key: Key,
): TextProperties[Key] {
  for (const span of at.spans.toReversed()) {
    const value = styles.text(attributeOf(span, 'text:style-name')).properties[key];
    if (value !== undefined) return value;
  }
  return styles.paragraph(at.paragraph).properties[key] ?? styles.defaults[key];
}

interface RawStyle {
  readonly name: string;
  readonly displayName: string;
  readonly parent: string | undefined;
  readonly outline: boolean;
  readonly properties: TextProperties;
}

interface Sheet {
  readonly fonts: Map<string, string>;
  readonly defaults: TextProperties;
  readonly families: Readonly<Record<Family, Map<string, RawStyle>>>;
  /** Graphic styles made from LibreOffice's style of frames, by which it knows a text box in a shape. */
  readonly boxes: Set<string>;
}

type Family = 'paragraph' | 'text';

function newSheet(): Sheet {
  return {
    fonts: new Map(),
    defaults: {},
    families: { paragraph: new Map(), text: new Map() },
    boxes: new Set(),
  };
}

function stylesOf({ families, defaults, boxes }: Sheet): Styles {
  const resolved = new Map<RawStyle, Style>();
  const of = (family: Family, name: string | undefined): Style => {
    const raw = name === undefined ? undefined : families[family].get(name);
    if (!raw)
      return name === undefined ? plain : { ...plain, ...roleEntry(roleOfName(decoded(name))) };
    const known = resolved.get(raw) ?? resolve(raw, families[family]);
    resolved.set(raw, known);
    return known;
  };
  return {
    paragraph: (name) => of('paragraph', name),
    text: (name) => of('text', name),
    defaults,
    isBox: (name) => name !== undefined && boxes.has(name),
  };
}

const plain: Style = { properties: {} };

/** Reads fonts and styles; of a part whose automatic styles do not hold here only those in `within`. */
function readSheet(sheet: Sheet, xml: string, within: 'office:styles' | 'both'): void {
  let style: RawStyle | undefined;
  let target: TextProperties | undefined;
  let isIn = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'office:body') break;
    if (tag.name === 'office:styles' || tag.name === 'office:automatic-styles') {
      isIn = tag.kind === 'open' && (within === 'both' || tag.name === within);
    }
    if (tag.name === 'style:font-face' && tag.kind !== 'close') readFont(sheet, tag);
    if (!isIn || tag.kind === 'close') continue;
    if (tag.name === 'style:style') {
      style = rawStyle(tag);
      target = style.properties;
      const family = attributeOf(tag, 'style:family');
      if (family === 'paragraph' || family === 'text')
        sheet.families[family].set(style.name, style);
      if (family === 'graphic' && style.parent === 'Frame') sheet.boxes.add(style.name);
    } else if (tag.name === 'style:default-style') {
      target = attributeOf(tag, 'style:family') === 'paragraph' ? sheet.defaults : undefined;
    } else if (/^(?:style|text|table|number):[\w-]*style$/.test(tag.name)) target = undefined;
    else if (tag.name === 'style:text-properties' && target) {
      readTextProperties(target, tag, (name) => sheet.fonts.get(name));
    }
  }
}

function readFont(sheet: Sheet, tag: Tag): void {
  const name = attributeOf(tag, 'style:name');
  const family = attributeOf(tag, 'svg:font-family');
  if (name !== undefined && family !== undefined) sheet.fonts.set(name, family);
}

function rawStyle(tag: Tag): RawStyle {
  const name = attributeOf(tag, 'style:name') ?? '';
  const level = attributeOf(tag, 'style:default-outline-level');
  return {
    name,
    displayName: attributeOf(tag, 'style:display-name') ?? decoded(name),
    parent: attributeOf(tag, 'style:parent-style-name'),
    outline: level !== undefined && level !== '',
    properties: {},
  };
}

/** `Text body` for `Text_20_body` (19.498). */
function decoded(name: string): string {
  return name.replace(/_([0-9a-f]{1,4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function resolve(raw: RawStyle, styles: ReadonlyMap<string, RawStyle>): Style {
  const chain = ancestry(raw, styles);
  const role = chain.map(roleOf).find((found) => found !== undefined);
  const properties: TextProperties = {};
  for (const each of chain.toReversed()) Object.assign(properties, each.properties);
  return { properties, ...roleEntry(role) };
}

function roleEntry(role: StyleRole | undefined): Pick<Style, 'role'> {
  return role === undefined ? {} : { role };
}

/** A style and what it inherits from, itself first. A circle, which only a damaged document has, ends the chain. */
function ancestry(raw: RawStyle, styles: ReadonlyMap<string, RawStyle>): readonly RawStyle[] {
  const chain = new Set<RawStyle>();
  let next: RawStyle | undefined = raw;
  while (next && !chain.has(next)) {
    chain.add(next);
    next = next.parent === undefined ? undefined : styles.get(next.parent);
  }
  return [...chain];
}

function roleOf(raw: RawStyle): StyleRole | undefined {
  return roleOfName(raw.displayName) ?? (raw.outline ? 'heading' : undefined);
}

/** The styles of LibreOffice have their English name in the file in every language version, as those of Word do. */
const rolesByName: readonly (readonly [RegExp, StyleRole])[] = [
  [/\b(?:code|verbatim|preformatted|source text|teletype|user entry|macro text)\b/i, 'code'],
  [/sourcecode|codeblock/i, 'code'],
  [/^html (?:keyboard|sample|typewriter|variable)\b/i, 'code'],
  [/^(?:heading|title|subtitle|contents heading|toc heading)\b/i, 'heading'],
  [/^caption\b/i, 'caption'],
  [/^(?:intense )?quote\b|^block ?(?:text|quot)|^quotations?\b/i, 'quotation'],
  [/^(?:list|numbering)\b(?! heading)/i, 'list-item'],
];

function roleOfName(name: string): StyleRole | undefined {
  return rolesByName.find(([pattern]) => pattern.test(name))?.[1];
}
