import { attributeOf, type Tag } from '../xml/tags.ts';

/** What a run's properties (ECMA-376 Part 1, 17.3.2) say that matters to a proofreader. Absent means: as the style has it. */
export interface RunProperties {
  style?: string;
  language?: string;
  font?: string;
  hidden?: boolean;
  /** `noProof`: the author does not want it checked. */
  unchecked?: boolean;
  rightToLeft?: boolean;
}

/** Reads one child of `w:rPr` into `properties`. */
export function readRunProperty(properties: RunProperties, tag: Tag): void {
  readers[tag.name]?.(properties, tag);
}

/** Whether a toggle property is on: the bare element means yes (17.17.4). */
export function isOn(tag: Tag): boolean {
  const value = attributeOf(tag, 'w:val');
  return value === undefined || !/^(?:0|false|off)$/i.test(value);
}

/** The properties of `outer` with those of `inner` laid over them. */
export function overlaid(outer: RunProperties, inner: RunProperties): RunProperties {
  return { ...outer, ...inner };
}

const readers: Readonly<Record<string, (properties: RunProperties, tag: Tag) => void>> = {
  'w:rStyle': (properties, tag) => {
    const style = attributeOf(tag, 'w:val');
    if (style !== undefined) properties.style = style;
  },
  'w:lang': (properties, tag) => {
    const language = attributeOf(tag, 'w:val');
    if (language !== undefined && language !== '') properties.language = language;
  },
  'w:rFonts': (properties, tag) => {
    const font = attributeOf(tag, 'w:ascii') ?? attributeOf(tag, 'w:hAnsi');
    if (font !== undefined) properties.font = font;
  },
  'w:vanish': (properties, tag) => {
    properties.hidden = isOn(tag);
  },
  'w:noProof': (properties, tag) => {
    properties.unchecked = isOn(tag);
  },
  'w:rtl': (properties, tag) => {
    properties.rightToLeft = isOn(tag);
  },
};
