import { attributeOf, type Tag } from '../xml/tags.ts';

/** What text properties (ODF 1.3 Part 3, 16.29.29) say that matters to a proofreader. Absent means: as inherited. */
export interface TextProperties {
  language?: string;
  font?: string;
  /** Whether every sign of the font has the same width, where the style says so itself. */
  fixedPitch?: boolean;
  hidden?: boolean;
  /** In no language: LibreOffice calls it "None", and checks nothing. */
  unchecked?: boolean;
}

/** Reads one `style:text-properties` into `properties`; `fontOf` gives the family of a declared font. */
export function readTextProperties(
  properties: TextProperties,
  tag: Tag,
  fontOf: (name: string) => string | undefined,
): void {
  const value = (name: string): string | undefined => attributeOf(tag, name);
  readLanguage(properties, tag);
  const named = value('style:font-name');
  const font =
    (named === undefined ? undefined : (fontOf(named) ?? named)) ?? value('fo:font-family');
  if (font !== undefined) properties.font = font;
  const pitch = value('style:font-pitch');
  if (pitch !== undefined) properties.fixedPitch = pitch === 'fixed';
  const display = value('text:display');
  if (display !== undefined) properties.hidden = display === 'none';
}

function readLanguage(properties: TextProperties, tag: Tag): void {
  const language = attributeOf(tag, 'fo:language');
  const country = attributeOf(tag, 'fo:country');
  if (language === undefined || language === '') return;
  const none = language === 'none' || language === 'zxx';
  properties.unchecked = none;
  const hasCountry = country !== undefined && /^\w{2,3}$/.test(country);
  properties.language = none ? 'zxx' : hasCountry ? `${language}-${country}` : language;
}
