import { roleNamed, type StyleRole } from '../style-roles.ts';
import { attributeOf, type Tag, tagsOf } from '../xml/tags.ts';
import { overlaid, type RunProperties, readRunProperty } from './run-properties.ts';

/** A style with all that it inherits. */
interface Style {
  readonly role?: StyleRole;
  readonly properties: RunProperties;
  /** Whether it numbers its paragraphs; undefined where it does not say. */
  readonly numbered?: boolean;
}

/** The styles of a document. An unknown or absent id gives the default style. */
export interface Styles {
  readonly paragraph: (id: string | undefined) => Style;
  readonly character: (id: string | undefined) => Style;
  readonly defaults: RunProperties;
}

/** Reads the styles part (ECMA-376 Part 1, 17.7). `xml` is undefined where a document has none. */
export function readStyles(xml: string | undefined): Styles {
  const sheet = xml === undefined ? { defaults: {}, styles: new Map() } : readSheet(xml);
  const resolvedOnes = new Map<RawStyle, Style>();
  const of = (raw: RawStyle | undefined): Style => {
    if (!raw) return plain;
    const known = resolvedOnes.get(raw) ?? resolve(raw, sheet.styles);
    resolvedOnes.set(raw, known);
    return known;
  };
  const standard = [...sheet.styles.values()].find(
    (raw) => raw.standard && raw.type === 'paragraph',
  );
  return {
    paragraph: (id) => of((id === undefined ? undefined : sheet.styles.get(id)) ?? standard),
    character: (id) => of(id === undefined ? undefined : sheet.styles.get(id)),
    defaults: sheet.defaults,
  };
}

/** The value of a property of a run: its own, else its character style's, its paragraph style's, the default. */
export function styledProperty<Key extends keyof RunProperties>(
  styles: Styles,
  run: { readonly direct: RunProperties; readonly paragraph: string | undefined },
  key: Key,
): RunProperties[Key] {
  return (
    run.direct[key] ??
    styles.character(run.direct.style).properties[key] ??
    styles.paragraph(run.paragraph).properties[key] ??
    styles.defaults[key]
  );
}

const plain: Style = { properties: {} };

interface RawStyle {
  readonly id: string;
  readonly type: string;
  readonly standard: boolean;
  name: string;
  basedOn?: string;
  outline?: boolean;
  numbered?: boolean;
  readonly properties: RunProperties;
}

interface Sheet {
  readonly defaults: RunProperties;
  readonly styles: Map<string, RawStyle>;
}

function readSheet(xml: string): Sheet {
  const sheet: Sheet = { defaults: {}, styles: new Map() };
  const path: string[] = [];
  let style: RawStyle | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') {
      path.pop();
      continue;
    }
    if (tag.name === 'w:style') {
      style = newStyle(tag);
      sheet.styles.set(style.id, style);
    }
    readStyleChild(style, tag, path);
    if (path.at(-1) === 'w:rPr' && path.at(-3) === 'w:docDefaults') {
      readRunProperty(sheet.defaults, tag);
    }
    if (tag.kind === 'open') path.push(tag.name);
  }
  return sheet;
}

function newStyle(tag: Tag): RawStyle {
  return {
    id: attributeOf(tag, 'w:styleId') ?? '',
    type: attributeOf(tag, 'w:type') ?? 'paragraph',
    standard: /^(?:1|true|on)$/.test(attributeOf(tag, 'w:default') ?? ''),
    name: '',
    properties: {},
  };
}

/** Only direct children count: a table style has further properties inside its conditions. */
function readStyleChild(style: RawStyle | undefined, tag: Tag, path: readonly string[]): void {
  if (!style) return;
  const value = attributeOf(tag, 'w:val');
  const [parent, grandparent] = [path.at(-1), path.at(-2)];
  if (parent === 'w:style' && tag.name === 'w:name') style.name = value ?? '';
  if (parent === 'w:style' && tag.name === 'w:basedOn' && value) style.basedOn = value;
  if (parent === 'w:rPr' && grandparent === 'w:style') readRunProperty(style.properties, tag);
  if (parent === 'w:pPr' && tag.name === 'w:outlineLvl') style.outline = value !== '9';
  if (parent === 'w:numPr' && tag.name === 'w:numId') style.numbered = value !== '0';
}

function resolve(raw: RawStyle, styles: ReadonlyMap<string, RawStyle>): Style {
  const chain = ancestry(raw, styles);
  const role = chain.map(roleOf).find((found) => found !== undefined);
  const numbered = chain.map((each) => each.numbered).find((found) => found !== undefined);
  const properties = chain.reduceRight<RunProperties>(
    (outer, each) => overlaid(outer, each.properties),
    {},
  );
  return {
    properties,
    ...(role === undefined ? {} : { role }),
    ...(numbered === undefined ? {} : { numbered }),
  };
}

/** A style and what it is based on, itself first. A circle, which only a damaged document has, ends the chain. */
function ancestry(raw: RawStyle, styles: ReadonlyMap<string, RawStyle>): readonly RawStyle[] {
  const chain = new Set<RawStyle>();
  let next: RawStyle | undefined = raw;
  while (next && !chain.has(next)) {
    chain.add(next);
    next = next.basedOn === undefined ? undefined : styles.get(next.basedOn);
  }
  return [...chain];
}

function roleOf(raw: RawStyle): StyleRole | undefined {
  return roleNamed(raw.name || raw.id) ?? (raw.outline ? 'heading' : undefined);
}
